import { create } from 'zustand'

export const screens = ['import', 'shipments', 'boxes', 'loads', 'checkExport', 'data'] as const
export type Screen = (typeof screens)[number]

interface Navigation {
  screen: Screen
}

export const useNavigation = create<Navigation>(() => ({ screen: 'shipments' }))

export const goTo = (screen: Screen): void => useNavigation.setState({ screen })
