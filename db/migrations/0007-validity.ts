/**
 * What a dispatcher found when looking an ID up at Amazon, and the labels a box had before its shipment was issued anew,
 * a blank between two of them, the newest last.
 */
export const validity = `
ALTER TABLE shipments ADD COLUMN finding TEXT CHECK (finding IN ('valid', 'not_found', 'dead'));
ALTER TABLE shipments ADD COLUMN verified_on TEXT CHECK (verified_on IS NULL OR (length(verified_on) = 10
  AND verified_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'));
ALTER TABLE shipments ADD COLUMN verified_by TEXT CHECK (verified_by IS NULL OR instr(verified_by, char(0)) = 0);
ALTER TABLE boxes ADD COLUMN former_box_ids TEXT
  CHECK (former_box_ids IS NULL OR (length(former_box_ids) > 0 AND former_box_ids NOT GLOB '*[^0-9A-Z -]*'));
CREATE INDEX boxes_former_ids ON boxes (former_box_ids) WHERE former_box_ids IS NOT NULL;
`
