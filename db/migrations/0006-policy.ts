/**
 * Levels that a dispatcher gave to rules, whether a carrier's PRO may stand on a whole load, and the rules an export was
 * judged by: pack, day, and of each shipment what was said of it and let through.
 */
export const policy = `
CREATE TABLE rule_levels (
  id INTEGER PRIMARY KEY,
  rule TEXT NOT NULL UNIQUE CHECK (length(rule) > 0),
  level TEXT NOT NULL CHECK (level IN ('info', 'warn', 'block')),
  reason TEXT NOT NULL CHECK (length(trim(reason)) > 0 AND instr(reason, char(0)) = 0),
  who TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;

ALTER TABLE carriers ADD COLUMN pro_policy TEXT NOT NULL DEFAULT 'per_shipment'
  CHECK (pro_policy IN ('per_shipment', 'per_load'));
ALTER TABLE exports ADD COLUMN rule_pack TEXT;
ALTER TABLE exports ADD COLUMN judged_on TEXT;
ALTER TABLE export_items ADD COLUMN verdict TEXT;
CREATE INDEX shipments_isa ON shipments (isa) WHERE isa IS NOT NULL;
`
