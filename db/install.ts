import { randomUUID } from 'node:crypto'
import { readMachineFile, writeMachineFile, type MachineFile } from './machine-file.ts'
import type { Sqlite } from './sqlite.ts'

const idSetting = 'install-id'

/** Whose data these are: one install draws from its blocks, and a copy of its folder is another. */
export interface Install {
  readonly id: string
  /** The data say another install than this place of the machine does: a copied or moved folder. */
  readonly isElsewhere: boolean
  /** Signs leases; null where the data are another install's. */
  readonly privateKey: string | null
  /** Makes the data this place's own, under a new id. Inside a transaction. */
  renew(): void
}

export interface InstallOptions {
  /** Where this machine's files are, which do not travel with the data. */
  machineFolder: string
  newId?: () => string
}

/**
 * A database without an id gets its place's one, or a new one; the machine's file is written first. Beside another
 * install's ledger it is that install's: a copied folder whose database was deleted.
 */
export function openInstall(
  sqlite: () => Sqlite,
  database: string,
  ledgerInstall: string | null,
  options: InstallOptions,
): Install {
  const { machineFolder, newId = randomUUID } = options
  const readId = () =>
    sqlite().prepare('SELECT value FROM settings WHERE name = ?').pluck().get(idSetting) as string | undefined
  const writeId = (id: string) =>
    sqlite()
      .prepare('INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
      .run(idSetting, id)
  const known = readId()
  let machine: MachineFile | null = readMachineFile(machineFolder, database)
  if (known === undefined && (ledgerInstall === null || ledgerInstall === machine?.installId))
    machine ??= writeMachineFile(machineFolder, database, newId())
  let id = known ?? ledgerInstall ?? machine!.installId
  if (known === undefined) writeId(id)
  return {
    get id() {
      return id
    },
    get isElsewhere() {
      return machine?.installId !== id
    },
    get privateKey() {
      return machine?.installId === id ? machine.privateKey : null
    },
    renew() {
      machine = writeMachineFile(machineFolder, database, newId())
      id = machine.installId
      writeId(id)
    },
  }
}
