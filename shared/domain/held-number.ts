import { findBlock } from './number-state.ts'
import type { Patch } from './patch.ts'
import type { NumberBlock } from './pro-number.ts'

/**
 * Numbers of the blocks that a patch puts on shipments. While drawing is locked nobody knows whose one is that stands
 * on none.
 */
export function listArrivingNumbers({ inserts, cells }: Patch, blocks: readonly NumberBlock[]): string[] {
  const arriving = cells.flatMap(({ entity, field, after }) =>
    entity === 'shipment' && field === 'pro' ? [after] : [],
  )
  for (const { entity, fields, rows } of inserts) {
    const at = entity === 'shipment' ? fields.indexOf('pro') : -1
    if (at !== -1) for (const row of rows) arriving.push(row[at]!)
  }
  return [...new Set(arriving)].filter(
    (number) => typeof number === 'string' && findBlock(number, blocks)?.wantedCheck === null,
  ) as string[]
}
