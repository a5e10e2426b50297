import type { LoadCaps } from '../../shared/domain/load.ts'

export const capNames = ['maxPallets', 'maxBoxes', 'maxKg'] as const
export type CapName = (typeof capNames)[number]
/** Caps as they stand in a form: still text, and blank means none. */
export type CapsDraft = Record<CapName, string>

const highest: Record<CapName, number> = { maxPallets: 1_000, maxBoxes: 100_000, maxKg: 1_000_000 }

export const startCaps = (caps: LoadCaps): CapsDraft => ({
  maxPallets: String(caps.maxPallets ?? ''),
  maxBoxes: String(caps.maxBoxes ?? ''),
  maxKg: String(caps.maxKg ?? ''),
})

export function isCap(name: CapName, typed: string): boolean {
  const text = typed.trim()
  if (text === '') return true
  const pattern = name === 'maxKg' ? /^\d{1,7}(?:\.\d{1,3})?$/ : /^\d{1,6}$/
  return pattern.test(text) && Number(text) > 0 && Number(text) <= highest[name]
}

/** Null while one of them cannot be read. */
export function readCaps(draft: CapsDraft): LoadCaps | null {
  if (!capNames.every((name) => isCap(name, draft[name]))) return null
  const read = (name: CapName) => (draft[name].trim() === '' ? null : Number(draft[name]))
  return { maxPallets: read('maxPallets'), maxBoxes: read('maxBoxes'), maxKg: read('maxKg') }
}
