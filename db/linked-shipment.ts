import type { Shipment } from '../shared/domain/shipment.ts'
import type { Store } from './store.ts'

/** What of a shipment concerns others: of its plan, or under another ID. */
export type LinkedShipment = Pick<
  Shipment,
  | 'id'
  | 'fbaId'
  | 'planId'
  | 'fc'
  | 'replacedBy'
  | 'amazonStatus'
  | 'finding'
  | 'deliveredOn'
  | 'appointmentAt'
  | 'etaOn'
>

/** The shipments named, all of their plans, and the IDs they replaced or were replaced by, however many. */
export const getLinkedShipments = (store: Store, ids: readonly number[]): LinkedShipment[] =>
  store
    .prepare(
      `WITH RECURSIVE
         named(id) AS (SELECT value FROM json_each(?)),
         later(id) AS (SELECT id FROM named
           UNION SELECT s.replaced_by FROM later JOIN shipments s ON s.id = later.id WHERE s.replaced_by IS NOT NULL),
         chain(id) AS (SELECT id FROM later
           UNION SELECT s.id FROM chain JOIN shipments s ON s.replaced_by = chain.id),
         plan(id) AS (SELECT s.id FROM shipments s WHERE s.plan_id IN
           (SELECT p.plan_id FROM shipments p WHERE p.id IN (SELECT id FROM named)))
       SELECT id, fba_id AS fbaId, plan_id AS planId, fc, replaced_by AS replacedBy, amazon_status AS amazonStatus,
         finding, delivered_on AS deliveredOn, appointment_at AS appointmentAt, eta_on AS etaOn
       FROM shipments WHERE id IN (SELECT id FROM chain UNION SELECT id FROM plan)`,
    )
    .all(JSON.stringify(ids)) as LinkedShipment[]
