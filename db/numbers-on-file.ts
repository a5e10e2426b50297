import type { NumbersOnFile } from '../shared/domain/stand-in.ts'
import { getTrackingShipments } from './shipment.ts'
import type { Store } from './store.ts'

/** Looks numbers up as they stand in the database now. */
export const getNumbersOnFile = (store: Store): NumbersOnFile => ({
  isIsa: (value) => store.prepare('SELECT 1 FROM shipments WHERE isa = ? LIMIT 1').get(value) !== undefined,
  isTrackingElsewhere: (value, shipmentId) =>
    getTrackingShipments(store, value).some((holder) => holder !== shipmentId),
})
