import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'

const mostBytes = 1_000_000

/** Keeps the stack of a bug in `logs/tailboard.log` and returns the reference under which it stands there. */
export function logBug(folder: string, where: string, error: unknown): string {
  const reference = randomBytes(4).toString('hex')
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  try {
    const logs = path.join(folder, 'logs')
    const file = path.join(logs, 'tailboard.log')
    mkdirSync(logs, { recursive: true, mode: 0o700 })
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > mostBytes) renameSync(file, `${file}.1`)
    appendFileSync(file, `${new Date().toISOString()} ${reference} ${where}\n${redact(stack)}\n`, {
      mode: 0o600,
    })
  } catch {
    process.stderr.write(`${reference} ${where}\n${redact(stack)}\n`)
  }
  return reference
}

const folders = /(?:file:\/\/)?(?:[A-Za-z]:)?[\\/](?:[^\s\\/:()'"]+[\\/])+/g
const identifier = /(?<![\w-])(?=[A-Z-]*\d)[0-9A-Z-]{3,}([0-9A-Z]{4})(?![\w-])/g

/** A log is shown to strangers: identifiers are cut to their last four characters, paths to their last name. */
const redact = (text: string): string => text.replace(folders, '…/').replace(identifier, '…$1')
