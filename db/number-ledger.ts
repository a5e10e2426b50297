import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import type { NumberBlock } from '../shared/domain/pro-number.ts'

export interface LedgerLine {
  opId: string
  /** Which numbers these are, whatever the block's id: prefix, width and check method. */
  space: string
  from: number
  to: number
  atMs: number
}

type BlockRange = Pick<NumberBlock, 'prefix' | 'width' | 'checkMethod' | 'first' | 'last'>

export const getNumberSpace = (block: Pick<NumberBlock, 'prefix' | 'width' | 'checkMethod'>): string =>
  `${block.prefix}|${block.width}|${block.checkMethod}`

/**
 * The list of drawn numbers outside the database, so that a restored or rolled-back database cannot draw one
 * twice. A line is on the disk before the database commits; a line without rows is a gap, never a duplicate.
 */
export interface NumberLedger {
  file: string
  /** Returns only after fsync; throws the system's error when the line could not be kept. */
  append(lines: readonly LedgerLine[]): void
  /** Highest number on record inside the block, or null. */
  getHighest(block: BlockRange): number | null
  close(): void
}

export function openNumberLedger(file: string): NumberLedger {
  const folder = path.dirname(file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const isNew = !existsSync(file)
  const ranges = new Map<string, { from: number; to: number }[]>()
  const remember = (line: LedgerLine) => {
    const known = ranges.get(line.space)
    if (known) known.push(line)
    else ranges.set(line.space, [line])
  }
  let needsNewline = false
  if (!isNew) {
    const text = readFileSync(file, 'utf8')
    for (const line of text.split('\n')) {
      const parsed = parseLedgerLine(line)
      if (parsed) remember(parsed)
    }
    needsNewline = text !== '' && !text.endsWith('\n')
  }
  const fd = openSync(file, 'a', 0o600)
  if (isNew) syncFolder(folder)

  return {
    file,
    append(lines) {
      const text = (needsNewline ? '\n' : '') + lines.map((line) => `${JSON.stringify(line)}\n`).join('')
      needsNewline = true
      writeWhole(fd, Buffer.from(text, 'utf8'))
      fsyncSync(fd)
      needsNewline = false
      lines.forEach(remember)
    },
    getHighest(block) {
      let highest: number | null = null
      for (const range of ranges.get(getNumberSpace(block)) ?? []) {
        if (range.to < block.first || range.from > block.last) continue
        highest = Math.max(highest ?? block.first, Math.min(range.to, block.last))
      }
      return highest
    },
    close: () => closeSync(fd),
  }
}

/** A torn line (a crash while writing) is skipped and kept in the file. */
function parseLedgerLine(text: string): LedgerLine | null {
  if (!text.startsWith('{')) return null
  try {
    const line = JSON.parse(text) as LedgerLine
    const isWhole =
      typeof line.space === 'string' && Number.isSafeInteger(line.from) && Number.isSafeInteger(line.to)
    return isWhole ? line : null
  } catch {
    return null
  }
}

function writeWhole(fd: number, bytes: Buffer): void {
  let written = 0
  while (written < bytes.length) written += writeSync(fd, bytes, written, bytes.length - written)
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const fd = openSync(folder, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
