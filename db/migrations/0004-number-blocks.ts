const never = (table: string, what: string) => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${what} are kept'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${what} are kept'); END;`

/**
 * Ordered blocks with an increment that can be closed; what becomes of a number after it was drawn. A number is issued
 * once; a second issue stands behind its release, so that each release is used once.
 */
export const numberBlocks = `
CREATE TABLE number_blocks_0004 (
  id INTEGER PRIMARY KEY,
  carrier_id INTEGER NOT NULL REFERENCES carriers (id),
  position INTEGER NOT NULL DEFAULT 0,
  prefix TEXT NOT NULL DEFAULT '' CHECK (prefix NOT GLOB '*[^0-9A-Z-]*' AND length(prefix) <= 10),
  width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 15),
  first INTEGER NOT NULL CHECK (first >= 0),
  last INTEGER NOT NULL,
  increment INTEGER NOT NULL DEFAULT 1 CHECK (increment >= 1),
  next INTEGER NOT NULL,
  check_method TEXT NOT NULL CHECK (check_method IN ('none', 'luhn', 'mod7', 'm31', 'mod11', 'mod11x')),
  low_stock INTEGER NOT NULL DEFAULT 50 CHECK (low_stock >= 0),
  is_closed INTEGER NOT NULL DEFAULT 0 CHECK (is_closed IN (0, 1)),
  is_retired INTEGER NOT NULL DEFAULT 0 CHECK (is_retired IN (0, 1)),
  CHECK (last >= first AND next BETWEEN first AND last + increment AND length(last) <= width)
) STRICT;
INSERT INTO number_blocks_0004 (id, carrier_id, position, prefix, width, first, last, next, check_method)
  SELECT id, carrier_id, id, prefix, width, first, last, next, check_method FROM number_blocks;
DROP TABLE number_blocks;
ALTER TABLE number_blocks_0004 RENAME TO number_blocks;

CREATE TRIGGER number_blocks_no_overlap BEFORE INSERT ON number_blocks
WHEN EXISTS (SELECT 1 FROM number_blocks b WHERE b.prefix = NEW.prefix AND b.width = NEW.width
  AND b.check_method = NEW.check_method AND NEW.first <= iif(b.is_retired, b.next - 1, b.last) AND b.first <= NEW.last)
BEGIN SELECT RAISE(ABORT, 'number block overlaps'); END;

CREATE TRIGGER number_blocks_keep BEFORE UPDATE ON number_blocks
WHEN NEW.next < OLD.next OR NEW.first <> OLD.first OR NEW.last <> OLD.last OR NEW.prefix <> OLD.prefix
  OR NEW.width <> OLD.width OR NEW.check_method <> OLD.check_method OR NEW.increment <> OLD.increment
  OR NEW.is_retired < OLD.is_retired
BEGIN SELECT RAISE(ABORT, 'number block never goes back'); END;

CREATE TRIGGER number_blocks_no_delete BEFORE DELETE ON number_blocks
WHEN EXISTS (SELECT 1 FROM issued_numbers i WHERE i.block_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'number block has issued numbers'); END;

CREATE TABLE exported_numbers (
  number TEXT PRIMARY KEY,
  op_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
${never('exported_numbers', 'exported numbers')}

CREATE TABLE released_numbers (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL REFERENCES issued_numbers (number),
  op_id TEXT NOT NULL,
  UNIQUE (number, op_id)
) STRICT;
${never('released_numbers', 'released numbers')}

CREATE TABLE reissued_numbers (
  release_id INTEGER PRIMARY KEY REFERENCES released_numbers (id),
  op_id TEXT NOT NULL
) STRICT;
${never('reissued_numbers', 'issued numbers')}

CREATE TRIGGER released_numbers_unused BEFORE INSERT ON released_numbers
WHEN EXISTS (SELECT 1 FROM exported_numbers e WHERE e.number = NEW.number)
  OR EXISTS (SELECT 1 FROM shipments s WHERE s.pro = NEW.number AND s.is_pro_shared = 0)
  OR EXISTS (SELECT 1 FROM shipments s WHERE s.pro = NEW.number AND s.is_pro_shared = 1)
  OR EXISTS (SELECT 1 FROM released_numbers r LEFT JOIN reissued_numbers a ON a.release_id = r.id
    WHERE r.number = NEW.number AND a.release_id IS NULL)
BEGIN SELECT RAISE(ABORT, 'number is in use'); END;

CREATE TRIGGER reissued_numbers_once BEFORE INSERT ON reissued_numbers
WHEN EXISTS (SELECT 1 FROM reissued_numbers a WHERE a.release_id = NEW.release_id)
BEGIN SELECT RAISE(ABORT, 'number was issued before'); END;

CREATE TABLE number_leases (
  lease_id TEXT PRIMARY KEY,
  block_id INTEGER NOT NULL REFERENCES number_blocks (id) DEFERRABLE INITIALLY DEFERRED,
  direction TEXT NOT NULL CHECK (direction IN ('lent', 'borrowed')),
  first INTEGER NOT NULL,
  last INTEGER NOT NULL CHECK (last >= first),
  other_install TEXT,
  op_id TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT, WITHOUT ROWID;
${never('number_leases', 'leases')}

CREATE TRIGGER number_leases_once BEFORE INSERT ON number_leases
WHEN EXISTS (SELECT 1 FROM number_leases l WHERE l.lease_id = NEW.lease_id)
BEGIN SELECT RAISE(ABORT, 'lease is known'); END;

INSERT OR IGNORE INTO exported_numbers
  SELECT i.number, x.op_id FROM (
    SELECT shipment_id, min(export_id) AS export_id FROM export_items GROUP BY shipment_id
  ) e JOIN exports x ON x.id = e.export_id
  JOIN (
    SELECT id AS shipment_id, pro AS number FROM shipments WHERE pro IS NOT NULL
    UNION SELECT row_id, before FROM change_cells WHERE entity = 'shipment' AND field = 'pro' AND before IS NOT NULL
    UNION SELECT row_id, after FROM change_cells WHERE entity = 'shipment' AND field = 'pro' AND after IS NOT NULL
  ) i ON i.shipment_id = e.shipment_id;
`
