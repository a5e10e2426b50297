import type { Engine } from '../engine/engine.ts'
import { UsageError } from './command.ts'

export async function findShipmentId(engine: Engine, fbaId: string): Promise<number> {
  const found = await engine.call('shipment.page', {
    filter: { search: fbaId },
    sort: null,
    offset: 0,
    limit: 50,
  })
  const row = found.ok ? found.value.rows.find((candidate) => candidate.fbaId === fbaId) : undefined
  if (!row) throw new UsageError(`no shipment ${fbaId} is on file`)
  return row.id
}
