import { foundation } from './0001-foundation.ts'
import { importMemory } from './0002-import-memory.ts'
import { shipmentDates } from './0003-shipment-dates.ts'
import { numberBlocks } from './0004-number-blocks.ts'

/** In order; the place in the list + 1 is the schema version. A released entry is never edited. */
export const migrations: readonly { name: string; sql: string }[] = [
  { name: 'foundation', sql: foundation },
  { name: 'import-memory', sql: importMemory },
  { name: 'shipment-dates', sql: shipmentDates },
  { name: 'number-blocks', sql: numberBlocks },
]

export const schemaVersion = migrations.length
