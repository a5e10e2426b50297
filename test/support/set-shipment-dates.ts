import { applyChange } from '../../db/change-log.ts'
import { getShipmentByFbaId } from '../../db/shipment.ts'
import type { Shipment } from '../../shared/domain/shipment.ts'
import { diffFields } from '../../shared/domain/patch.ts'
import { ok } from '../../shared/result.ts'
import { getTestFiles } from './engine-process.ts'
import { openTestDesk, type TestDesk } from './test-desk.ts'
import { makeRequest, openTestStore } from './test-store.ts'

type Dates = Partial<Pick<Shipment, 'etaOn' | 'appointmentAt' | 'deliveredOn'>>

/** Stores days of shipments by their FBA shipment ID, beside the engine; the desk that sees them is the answer. */
export function setShipmentDates(desk: TestDesk, dates: Readonly<Record<string, Dates>>): TestDesk {
  desk.close()
  const store = openTestStore('', getTestFiles(desk.folder).database)
  const applied = applyChange<null, never>(store, makeRequest(), () => {
    const cells = Object.entries(dates).flatMap(([fbaId, values]) =>
      diffFields('shipment', getShipmentByFbaId(store, fbaId)!, values),
    )
    return ok({ patch: { inserts: [], cells }, result: null })
  })
  store.close()
  if (!applied.ok) throw new Error(JSON.stringify(applied.problem))
  return openTestDesk(desk.folder)
}
