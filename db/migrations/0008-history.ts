/** Shipments of old sheets, taken in as closed: they teach numbers and layouts, and nothing is asked about them. */
export const history = `
ALTER TABLE shipments ADD COLUMN is_history INTEGER NOT NULL DEFAULT 0 CHECK (is_history IN (0, 1));
`
