import type { LoadCaps, LoadFill } from '../domain/load.ts'
import type { Translate } from '../locales/translate.ts'

/** `24/28 pallets · 520 boxes · 6,480 kg`; where a shipment's size is not known, the sums are only the least. */
export function describeFill(
  fill: LoadFill,
  caps: LoadCaps,
  formatNumber: (value: number) => string,
  t: Translate,
): string {
  const least = fill.unsized > 0 ? '≥' : ''
  const of = (value: number, cap: number | null) =>
    cap === null ? formatNumber(value) : `${formatNumber(value)}/${formatNumber(cap)}`
  return t('loads.fill', {
    pallets: least + of(fill.pallets, caps.maxPallets),
    boxes: of(fill.boxes, caps.maxBoxes),
    kg: least + of(Math.round(fill.kg), caps.maxKg),
  })
}
