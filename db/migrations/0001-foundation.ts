/** An identifier column's CHECK: text of `[0-9A-Z-]`, no NUL (GLOB and length() both stop at one). */
const identifier = (column: string, min: number, max: number) =>
  `CHECK (${column} IS NULL OR (typeof(${column}) = 'text' AND ${column} NOT GLOB '*[^0-9A-Z-]*'
    AND length(${column}) BETWEEN ${min} AND ${max} AND instr(${column}, char(0)) = 0))`

/** PRO numbers as Amazon's API takes them: letters, digits, `- . _` and blank, 1 to 64. */
const proNumber = (column: string) =>
  `CHECK (${column} IS NULL OR (typeof(${column}) = 'text' AND ${column} NOT GLOB '*[^0-9A-Za-z._ -]*'
    AND length(${column}) BETWEEN 1 AND 64 AND instr(${column}, char(0)) = 0))`

export const foundation = `
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE id_counters (
  entity TEXT PRIMARY KEY,
  next INTEGER NOT NULL CHECK (next > 0)
) STRICT;

CREATE TABLE clients (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(trim(name)) > 0 AND instr(name, char(0)) = 0),
  folder TEXT,
  language TEXT NOT NULL DEFAULT 'zh-CN' CHECK (language IN ('zh-CN', 'en'))
) STRICT;

CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES clients (id),
  name TEXT NOT NULL DEFAULT '',
  marketplace TEXT NOT NULL DEFAULT '',
  UNIQUE (client_id, name, marketplace)
) STRICT;

CREATE TABLE carriers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(trim(name)) > 0 AND instr(name, char(0)) = 0),
  kind TEXT NOT NULL CHECK (kind IN ('own_fleet', 'partner_fleet', 'parcel', 'ltl')),
  scac TEXT CHECK (scac IS NULL OR (length(scac) BETWEEN 1 AND 5 AND scac NOT GLOB '*[^0-9A-Z]*')),
  amazon_name TEXT NOT NULL DEFAULT 'OTHER',
  strategy TEXT NOT NULL CHECK (strategy IN ('per_box', 'per_shipment', 'same_on_all')),
  courier TEXT,
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1))
) STRICT;

CREATE TABLE carrier_rules (
  id INTEGER PRIMARY KEY,
  position INTEGER NOT NULL,
  client_id INTEGER REFERENCES clients (id),
  fc TEXT,
  amazon_mode TEXT CHECK (amazon_mode IN ('SPD', 'LTL', 'FTL')),
  carrier_id INTEGER NOT NULL REFERENCES carriers (id)
) STRICT;

CREATE TABLE number_blocks (
  id INTEGER PRIMARY KEY,
  carrier_id INTEGER NOT NULL REFERENCES carriers (id),
  prefix TEXT NOT NULL DEFAULT '' CHECK (prefix NOT GLOB '*[^0-9A-Z-]*' AND length(prefix) <= 10),
  width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 15),
  first INTEGER NOT NULL CHECK (first >= 0),
  last INTEGER NOT NULL,
  next INTEGER NOT NULL,
  check_method TEXT NOT NULL CHECK (check_method IN ('none', 'luhn', 'mod7', 'm31', 'mod11x')),
  CHECK (last >= first AND next BETWEEN first AND last + 1 AND length(last) <= width)
) STRICT;

CREATE TRIGGER number_blocks_no_overlap BEFORE INSERT ON number_blocks
WHEN EXISTS (SELECT 1 FROM number_blocks b WHERE b.prefix = NEW.prefix AND b.width = NEW.width
  AND b.check_method = NEW.check_method AND b.first <= NEW.last AND NEW.first <= b.last)
BEGIN SELECT RAISE(ABORT, 'number block overlaps'); END;

CREATE TRIGGER number_blocks_keep BEFORE UPDATE ON number_blocks
WHEN NEW.next < OLD.next OR NEW.first <> OLD.first OR NEW.last <> OLD.last OR NEW.prefix <> OLD.prefix
  OR NEW.width <> OLD.width OR NEW.check_method <> OLD.check_method
BEGIN SELECT RAISE(ABORT, 'number block never goes back'); END;

CREATE TRIGGER number_blocks_no_delete BEFORE DELETE ON number_blocks
WHEN EXISTS (SELECT 1 FROM issued_numbers i WHERE i.block_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'number block has issued numbers'); END;

CREATE TABLE issued_numbers (
  number TEXT PRIMARY KEY ${proNumber('number')},
  block_id INTEGER NOT NULL REFERENCES number_blocks (id),
  seq INTEGER NOT NULL,
  op_id TEXT NOT NULL,
  UNIQUE (block_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER issued_numbers_once BEFORE INSERT ON issued_numbers
WHEN EXISTS (SELECT 1 FROM issued_numbers i WHERE i.number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'number was issued before'); END;
CREATE TRIGGER issued_numbers_no_update BEFORE UPDATE ON issued_numbers
BEGIN SELECT RAISE(ABORT, 'issued numbers are kept'); END;
CREATE TRIGGER issued_numbers_no_delete BEFORE DELETE ON issued_numbers
BEGIN SELECT RAISE(ABORT, 'issued numbers are kept'); END;

CREATE TABLE files (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;

CREATE TABLE layouts (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES clients (id),
  fingerprint TEXT NOT NULL,
  fields TEXT NOT NULL,
  UNIQUE (client_id, fingerprint)
) STRICT;

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES clients (id) DEFERRABLE INITIALLY DEFERRED,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES files (sha256),
  at_ms INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  problems TEXT NOT NULL DEFAULT '[]',
  is_standing INTEGER NOT NULL DEFAULT 1 CHECK (is_standing IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX imports_standing_hash ON imports (sha256) WHERE is_standing = 1;

CREATE TABLE import_sheets (
  import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  sheet INTEGER NOT NULL,
  name TEXT NOT NULL,
  columns TEXT NOT NULL,
  PRIMARY KEY (import_id, sheet)
) STRICT, WITHOUT ROWID;

CREATE TABLE shipments (
  id INTEGER PRIMARY KEY,
  fba_id TEXT NOT NULL UNIQUE ${identifier('fba_id', 8, 24)},
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  fc TEXT CHECK (fc IS NULL OR (length(fc) BETWEEN 3 AND 5 AND fc NOT GLOB '*[^0-9A-Z]*')),
  reference_id TEXT ${identifier('reference_id', 1, 64)},
  amazon_mode TEXT CHECK (amazon_mode IN ('SPD', 'LTL', 'FTL')),
  road_mode TEXT CHECK (road_mode IN ('parcel', 'truck')),
  programme TEXT NOT NULL DEFAULT 'own' CHECK (programme IN ('own', 'partnered', 'agl')),
  carrier_id INTEGER REFERENCES carriers (id),
  pro TEXT ${proNumber('pro')},
  is_pro_shared INTEGER NOT NULL DEFAULT 0 CHECK (is_pro_shared IN (0, 1)),
  bol TEXT,
  isa TEXT ${identifier('isa', 1, 32)},
  client_reference TEXT,
  declared_box_count INTEGER CHECK (declared_box_count IS NULL OR declared_box_count BETWEEN 0 AND 100000),
  gross_weight_kg REAL,
  amazon_status TEXT,
  note TEXT,
  extras TEXT NOT NULL DEFAULT '{}',
  is_gone INTEGER NOT NULL DEFAULT 0 CHECK (is_gone IN (0, 1)),
  template_sha256 TEXT REFERENCES files (sha256),
  import_id INTEGER REFERENCES imports (id),
  source_sheet INTEGER,
  source_row INTEGER
) STRICT;
CREATE UNIQUE INDEX shipments_pro ON shipments (pro) WHERE pro IS NOT NULL AND is_pro_shared = 0;
CREATE INDEX shipments_shared_pro ON shipments (pro) WHERE is_pro_shared = 1;
CREATE INDEX shipments_account ON shipments (account_id);

CREATE TABLE boxes (
  id INTEGER PRIMARY KEY,
  shipment_id INTEGER NOT NULL REFERENCES shipments (id),
  position INTEGER NOT NULL CHECK (position > 0),
  box_id TEXT UNIQUE ${identifier('box_id', 12, 32)},
  tracking_id TEXT ${identifier('tracking_id', 1, 64)},
  is_tracking_shared INTEGER NOT NULL DEFAULT 0 CHECK (is_tracking_shared IN (0, 1)),
  weight_kg REAL,
  import_id INTEGER REFERENCES imports (id),
  source_sheet INTEGER,
  source_row INTEGER,
  UNIQUE (shipment_id, position)
) STRICT;
CREATE UNIQUE INDEX boxes_tracking ON boxes (tracking_id)
  WHERE tracking_id IS NOT NULL AND is_tracking_shared = 0;
CREATE INDEX boxes_shared_tracking ON boxes (tracking_id) WHERE is_tracking_shared = 1;

CREATE TABLE exports (
  id INTEGER PRIMARY KEY,
  op_id TEXT NOT NULL UNIQUE,
  at_ms INTEGER NOT NULL,
  who TEXT NOT NULL,
  folder TEXT NOT NULL,
  manifest_sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE export_files (
  export_id INTEGER NOT NULL REFERENCES exports (id),
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  PRIMARY KEY (export_id, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE export_items (
  export_id INTEGER NOT NULL REFERENCES exports (id),
  shipment_id INTEGER NOT NULL REFERENCES shipments (id),
  fingerprint TEXT NOT NULL,
  PRIMARY KEY (shipment_id, export_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE changes (
  id INTEGER PRIMARY KEY,
  op_id TEXT NOT NULL UNIQUE,
  batch TEXT,
  command TEXT NOT NULL,
  label TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  who TEXT NOT NULL,
  is_reversible INTEGER NOT NULL CHECK (is_reversible IN (0, 1)),
  state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone')),
  result TEXT NOT NULL
) STRICT;

CREATE TABLE change_events (
  id INTEGER PRIMARY KEY,
  change_id INTEGER NOT NULL REFERENCES changes (id),
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  op_id TEXT NOT NULL UNIQUE,
  at_ms INTEGER NOT NULL,
  who TEXT NOT NULL,
  result TEXT NOT NULL
) STRICT;

CREATE TABLE change_cells (
  change_id INTEGER NOT NULL REFERENCES changes (id),
  entity TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  before ANY,
  after ANY,
  PRIMARY KEY (entity, row_id, field, change_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_cells_by_change ON change_cells (change_id);

CREATE TABLE change_inserts (
  change_id INTEGER NOT NULL REFERENCES changes (id),
  entity TEXT NOT NULL,
  first_id INTEGER NOT NULL,
  last_id INTEGER NOT NULL,
  PRIMARY KEY (change_id, entity, first_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE removed_rows (
  change_id INTEGER NOT NULL REFERENCES changes (id),
  entity TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  content TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('do', 'undo')),
  PRIMARY KEY (change_id, entity, row_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_drafts (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES files (sha256),
  client_name TEXT,
  choices TEXT NOT NULL DEFAULT '{}',
  at_ms INTEGER NOT NULL
) STRICT;
`
