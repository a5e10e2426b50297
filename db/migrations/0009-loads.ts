const day = (column: string) =>
  `CHECK (${column} IS NULL OR (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND length(${column}) = 10))`
const moment = (column: string) =>
  `CHECK (${column} IS NULL OR (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'
    AND length(${column}) = 16))`
const named = (column: string) =>
  `CHECK (length(trim(${column})) > 0 AND instr(${column}, char(0)) = 0)`
const optional = (column: string) => `CHECK (${column} IS NULL OR instr(${column}, char(0)) = 0)`

/** Vehicles and drivers of the fleets, the loads they take, and until when a carrier's and a driver's card is good. */
export const loads = `
CREATE TABLE vehicles (
  id INTEGER PRIMARY KEY,
  carrier_id INTEGER NOT NULL REFERENCES carriers (id),
  plate TEXT NOT NULL UNIQUE ${named('plate')},
  max_pallets INTEGER CHECK (max_pallets > 0),
  max_boxes INTEGER CHECK (max_boxes > 0),
  max_kg REAL CHECK (max_kg > 0),
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1))
) STRICT;
CREATE INDEX vehicles_carrier ON vehicles (carrier_id);

CREATE TABLE drivers (
  id INTEGER PRIMARY KEY,
  carrier_id INTEGER NOT NULL REFERENCES carriers (id),
  name TEXT NOT NULL ${named('name')},
  phone TEXT ${optional('phone')},
  card_until TEXT ${day('card_until')},
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
  UNIQUE (carrier_id, name)
) STRICT;

CREATE TABLE loads (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE ${named('number')},
  carrier_id INTEGER NOT NULL REFERENCES carriers (id),
  fc TEXT NOT NULL ${named('fc')},
  day TEXT NOT NULL ${day('day')},
  isa TEXT CHECK (isa IS NULL OR (length(isa) > 0 AND isa NOT GLOB '*[^0-9A-Z-]*')),
  appointment_at TEXT ${moment('appointment_at')},
  departs_at TEXT ${moment('departs_at')},
  returns_at TEXT ${moment('returns_at')} CHECK ((departs_at IS NULL) = (returns_at IS NULL) AND departs_at <= returns_at),
  vehicle_id INTEGER REFERENCES vehicles (id),
  driver_id INTEGER REFERENCES drivers (id),
  max_pallets INTEGER CHECK (max_pallets > 0),
  max_boxes INTEGER CHECK (max_boxes > 0),
  max_kg REAL CHECK (max_kg > 0),
  reason TEXT ${optional('reason')}
) STRICT;
CREATE INDEX loads_day ON loads (day);
CREATE INDEX loads_carrier ON loads (carrier_id);
CREATE INDEX loads_vehicle ON loads (vehicle_id) WHERE vehicle_id IS NOT NULL;
CREATE INDEX loads_driver ON loads (driver_id) WHERE driver_id IS NOT NULL;

ALTER TABLE shipments ADD COLUMN load_id INTEGER REFERENCES loads (id);
CREATE INDEX shipments_load ON shipments (load_id) WHERE load_id IS NOT NULL;
ALTER TABLE carriers ADD COLUMN card_until TEXT ${day('card_until')};
`
