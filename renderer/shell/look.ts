import { create } from 'zustand'
import { type Language, languages } from '../../shared/locales/catalogue.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const densities = ['compact', 'default', 'roomy'] as const
export type Density = (typeof densities)[number]

/** Per cent of the normal text size; every length follows. */
export const textSizes = [90, 100, 110, 125, 150, 175, 200] as const
export type TextSize = (typeof textSizes)[number]

export interface Look {
  language: Language
  theme: Theme
  density: Density
  textSize: TextSize
}

const storageKey = 'tailboard.look'

const isOneOf = <T>(values: readonly T[], value: unknown): value is T => values.includes(value as T)

/** What was kept, as far as it is still valid; the rest as the system has it. */
export function readLook(kept: string | null, systemLocale: string): Look {
  const look: Look = {
    language: systemLocale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en',
    theme: 'system',
    density: 'default',
    textSize: 100,
  }
  const values = parseObject(kept)
  if (isOneOf(languages, values.language)) look.language = values.language
  if (isOneOf(themes, values.theme)) look.theme = values.theme
  if (isOneOf(densities, values.density)) look.density = values.density
  if (isOneOf(textSizes, values.textSize)) look.textSize = values.textSize
  return look
}

function parseObject(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

export const useLook = create<Look>(() => ({
  language: 'zh-CN',
  theme: 'system',
  density: 'default',
  textSize: 100,
}))

export const setLook = (change: Partial<Look>): void => useLook.setState(change)

function show(look: Look): void {
  const root = document.documentElement
  root.lang = look.language
  root.dataset.theme = look.theme
  root.dataset.density = look.density
  root.dataset.scale = String(look.textSize)
}

/** Reads the kept look, puts it on the root element, and keeps every change. */
export function startLook(systemLocale: string): void {
  useLook.subscribe((look) => {
    show(look)
    localStorage.setItem(storageKey, JSON.stringify(look))
  })
  useLook.setState(readLook(localStorage.getItem(storageKey), systemLocale))
}
