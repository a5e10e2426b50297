import { foundation } from './0001-foundation.ts'
import { importMemory } from './0002-import-memory.ts'
import { shipmentDates } from './0003-shipment-dates.ts'
import { numberBlocks } from './0004-number-blocks.ts'
import { ruleSets } from './0005-rule-sets.ts'
import { policy } from './0006-policy.ts'
import { validity } from './0007-validity.ts'
import { history } from './0008-history.ts'
import { loads } from './0009-loads.ts'

/** In order; the place in the list + 1 is the schema version. A released entry is never edited. */
export const migrations: readonly { name: string; sql: string }[] = [
  { name: 'foundation', sql: foundation },
  { name: 'import-memory', sql: importMemory },
  { name: 'shipment-dates', sql: shipmentDates },
  { name: 'number-blocks', sql: numberBlocks },
  { name: 'rule-sets', sql: ruleSets },
  { name: 'policy', sql: policy },
  { name: 'validity', sql: validity },
  { name: 'history', sql: history },
  { name: 'loads', sql: loads },
]

export const schemaVersion = migrations.length
