import { leastWindowDays, mostWindowDays } from '../../shared/domain/policy-settings.ts'

/** Null where the text is no such number of days. */
export function parseWindowDays(text: string): number | null {
  const days = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0
  return days >= leastWindowDays && days <= mostWindowDays ? days : null
}

/** A share from a text in per cent, `4` or `4.5 %`; a blank text sets none. */
export function parsePercent(text: string): number | null | 'wrong' {
  const digits = text.replace('%', '').trim()
  if (digits === '') return null
  if (!/^\d{1,3}(?:\.\d{1,4})?$/.test(digits) || Number(digits) > 100) return 'wrong'
  // Ten thousandths of a per cent in whole numbers: 4.1 is 0.041 and not a neighbour of it.
  return Math.round(Number(digits) * 10_000) / 1_000_000
}

export const formatPercent = (rate: number | null): string =>
  rate === null ? '' : String(Math.round(rate * 1_000_000) / 10_000)
