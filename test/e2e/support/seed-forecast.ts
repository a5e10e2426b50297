import { applyChange } from '../../../db/change-log.ts'
import { openStore } from '../../../db/open.ts'
import { getAllShipments, type StoredShipment } from '../../../db/shipment.ts'
import { addDays, formatLocalDay } from '../../../shared/domain/calendar-day.ts'
import { diffFields } from '../../../shared/domain/patch.ts'
import { ok } from '../../../shared/result.ts'
import { getDatabaseFile } from './seed-morning.ts'

const today = formatLocalDay(Date.now())

/** Of ten shipments: five delivered over the last 100 days, three booked, one expected, one without any day. */
function getDays({ id }: StoredShipment): Pick<StoredShipment, 'etaOn' | 'appointmentAt' | 'deliveredOn'> {
  const days = { etaOn: null, appointmentAt: null, deliveredOn: null }
  const place = id % 10
  if (place < 5) return { ...days, deliveredOn: addDays(today, -((id * 7) % 100)) }
  if (place < 8) return { ...days, appointmentAt: `${addDays(today, id % 9)}T09:30` }
  return place === 8 ? { ...days, etaOn: addDays(today, 3 + (id % 20)) } : days
}

/** One road in twelve is not what Amazon thinks. */
const getRoad = ({ id, amazonMode }: StoredShipment): StoredShipment['roadMode'] =>
  id % 12 === 0 ? (amazonMode === 'SPD' ? 'truck' : 'parcel') : null

/** Gives the shipments of a seeded morning days and roads to forecast and to compare. */
export function seedForecast(userData: string): void {
  const opened = openStore(getDatabaseFile(userData))
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
  const store = opened.value
  const request = { opId: 'seed-forecast', command: 'edit', label: {}, who: 'seed', nowMs: Date.now() }
  const applied = applyChange<null, never>(store, request, () => {
    const cells = getAllShipments(store).flatMap((shipment) =>
      diffFields('shipment', shipment, { ...getDays(shipment), roadMode: getRoad(shipment) }),
    )
    const label = { cells: cells.length, gesture: 'edit' }
    return ok({ patch: { inserts: [], cells }, label, result: null })
  })
  // The morning's clock stands still, a delivery's day does not: the numbers are older than both.
  store.sqlite.exec("UPDATE changes SET at_ms = 0 WHERE op_id <> 'seed-forecast'")
  store.close()
  if (!applied.ok) throw new Error(JSON.stringify(applied.problem))
}
