/** A day as text that sorts: `2026-11-27`. */
const day = (column: string) =>
  `CHECK (${column} IS NULL OR (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND length(${column}) = 10))`

/**
 * What Amazon's dated rules look at: when a shipment was created, where it comes from, which plan it belongs to, when it
 * is due and when it was delivered; and the shipment that took its place. Overrides let one value through one rule, with
 * a reason, and are never changed.
 */
export const shipmentDates = `
ALTER TABLE shipments ADD COLUMN created_on TEXT ${day('created_on')};
ALTER TABLE shipments ADD COLUMN origin TEXT CHECK (origin IN ('domestic', 'international'));
ALTER TABLE shipments ADD COLUMN plan_id TEXT
  CHECK (plan_id IS NULL OR (length(plan_id) BETWEEN 1 AND 64 AND plan_id NOT GLOB '*[^0-9A-Za-z-]*'));
ALTER TABLE shipments ADD COLUMN eta_on TEXT ${day('eta_on')};
ALTER TABLE shipments ADD COLUMN appointment_at TEXT CHECK (appointment_at IS NULL OR (length(appointment_at) = 16
  AND appointment_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'));
ALTER TABLE shipments ADD COLUMN window_from TEXT ${day('window_from')};
ALTER TABLE shipments ADD COLUMN window_to TEXT ${day('window_to')};
ALTER TABLE shipments ADD COLUMN delivered_on TEXT ${day('delivered_on')};
ALTER TABLE shipments ADD COLUMN pallet_count INTEGER CHECK (pallet_count IS NULL OR pallet_count BETWEEN 0 AND 10000);
ALTER TABLE shipments ADD COLUMN replaced_by INTEGER REFERENCES shipments (id);
CREATE INDEX shipments_plan ON shipments (plan_id) WHERE plan_id IS NOT NULL;
CREATE INDEX shipments_replaced_by ON shipments (replaced_by) WHERE replaced_by IS NOT NULL;

CREATE TABLE overrides (
  id INTEGER PRIMARY KEY,
  shipment_id INTEGER NOT NULL REFERENCES shipments (id),
  rule TEXT NOT NULL CHECK (length(rule) > 0),
  value TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (length(trim(reason)) > 0 AND instr(reason, char(0)) = 0),
  who TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  UNIQUE (shipment_id, rule, value)
) STRICT;
`
