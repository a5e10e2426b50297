const day = (column: string) =>
  `CHECK (${column} IS NULL OR (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND length(${column}) = 10))`

/**
 * Carrier rules also look at weight and day, and stand in sets. Rules of before stay in the standard set, which has no
 * row; so do those that an undo brings back from before.
 */
export const ruleSets = `
CREATE TABLE rule_sets (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(trim(name)) > 0 AND instr(name, char(0)) = 0)
) STRICT;

ALTER TABLE carrier_rules ADD COLUMN set_id INTEGER REFERENCES rule_sets (id);
ALTER TABLE carrier_rules ADD COLUMN weight_from_kg REAL CHECK (weight_from_kg IS NULL OR weight_from_kg >= 0);
ALTER TABLE carrier_rules ADD COLUMN weight_to_kg REAL CHECK (weight_to_kg IS NULL OR weight_to_kg >= 0);
ALTER TABLE carrier_rules ADD COLUMN date_from TEXT ${day('date_from')};
ALTER TABLE carrier_rules ADD COLUMN date_to TEXT ${day('date_to')};
`
