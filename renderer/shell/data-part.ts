import { create } from 'zustand'
import { goTo } from './navigation.ts'

export const dataParts = [
  'clients',
  'carriers',
  'vehicles',
  'drivers',
  'blocks',
  'rules',
  'policy',
  'layouts',
  'watch',
  'history',
  'look',
] as const
export type DataPart = (typeof dataParts)[number]

/** The part of Data & settings last looked at is shown again. */
export const useDataPart = create<{ part: DataPart }>(() => ({ part: 'clients' }))

export const setDataPart = (part: DataPart): void => useDataPart.setState({ part })

export function showDataPart(part: DataPart): void {
  setDataPart(part)
  goTo('data')
}
