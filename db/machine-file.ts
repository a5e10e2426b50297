import { createHash, generateKeyPairSync } from 'node:crypto'
import { mkdirSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { getErrorCode } from './sqlite.ts'
import { writeFileWhole } from './write-file-whole.ts'

/** Which install the data at one place of this machine belong to, and its key for leases (Ed25519, PKCS #8 in PEM). */
export interface MachineFile {
  installId: string
  privateKey: string
  database: string
}

const getFile = (folder: string, database: string): string =>
  path.join(folder, `install-${createHash('sha256').update(database).digest('hex').slice(0, 32)}.json`)

/** The same file has one name, whatever way leads to it. */
const getPlace = (database: string): string =>
  path.join(realpathSync(path.dirname(database)), path.basename(database))

export function readMachineFile(folder: string, database: string): MachineFile | null {
  try {
    const read = JSON.parse(readFileSync(getFile(folder, getPlace(database)), 'utf8')) as MachineFile
    return typeof read.installId === 'string' && typeof read.privateKey === 'string' ? read : null
  } catch (error) {
    if (error instanceof SyntaxError || getErrorCode(error) === 'ENOENT') return null
    throw error
  }
}

/** Makes this place's file anew, with a key of its own. */
export function writeMachineFile(folder: string, database: string, installId: string): MachineFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const place = getPlace(database)
  const privateKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  const content: MachineFile = { installId, privateKey: privateKey.toString(), database: place }
  writeFileWhole(getFile(folder, place), `${JSON.stringify(content, null, 2)}\n`)
  return content
}
