/**
 * Headings taught for all clients; and what tells a later file that it is a revision of this import: the layout of each
 * sheet and the FBA shipment IDs it named. Earlier imports know neither: NULL. In a sheet whose boxes stand side by side
 * columns and rows have changed places.
 */
export const importMemory = `
CREATE TABLE taught_headings (
  id INTEGER PRIMARY KEY,
  heading TEXT NOT NULL UNIQUE CHECK (length(heading) > 0 AND instr(heading, char(0)) = 0),
  label TEXT NOT NULL CHECK (length(trim(label)) > 0 AND instr(label, char(0)) = 0),
  field TEXT
) STRICT;

ALTER TABLE import_sheets ADD COLUMN fingerprint TEXT;
ALTER TABLE import_sheets ADD COLUMN is_across INTEGER NOT NULL DEFAULT 0 CHECK (is_across IN (0, 1));
ALTER TABLE imports ADD COLUMN fba_ids TEXT CHECK (fba_ids IS NULL OR json_valid(fba_ids));
`
