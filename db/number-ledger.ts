import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { isOverlapping, type NumberRange, type NumberSpan } from '../shared/domain/pro-number.ts'
import {
  chainLine,
  digest,
  getNumberSpace,
  parseNumberSpace,
  type LedgerHead,
  type LedgerLine,
  type NumberLine,
} from './ledger-line.ts'
import { readLedger } from './read-ledger.ts'
import { syncFolder } from './write-file-whole.ts'

/**
 * The list of drawn numbers outside the database, so that a restored or rolled-back database cannot draw one
 * twice. A line is on the disk before the database commits; a line without rows is a gap, never a duplicate.
 */
export interface NumberLedger {
  file: string
  /** There was no file when it was opened. */
  isNew: boolean
  /** Number of the first line that is not what was written, or null. */
  getDamage(): number | null
  getHead(): LedgerHead
  /** Whether the chain has gone through this hash. */
  hasHead(head: string): boolean
  /**
   * Returns only after fsync; throws the system's error when the lines could not be kept. Behind damage an answer's
   * hash stands for the whole file as it is.
   */
  append(lines: readonly LedgerLine[], install: string): void
  /**
   * Highest number that was ever taken out of the range, or null. An export takes none out: what was drawn has its
   * draw, and what was typed by hand may lie far ahead. Where lines may be missing it counts all the same.
   */
  getHighest(range: NumberSpan): number | null
  getHighestExported(range: NumberSpan): number | null
  /** Whether the range spells a number that was drawn under another split into prefix, digits and check digit. */
  spellsDrawn(range: NumberRange): boolean
  /** Who wrote the last line; null where there is no chain yet. */
  getInstall(): string | null
  /** Whether another desk goes on with numbers of the range. */
  isRetired(range: NumberSpan): boolean
  getDraws(range: NumberSpan): NumberLine[]
  /** What was written since the chain was at this hash; everything, where it never was. */
  getLinesAfter(head: string | null): NumberLine[]
  close(): void
}

const takingKinds: ReadonlySet<string> = new Set(['draw', 'again', 'release', 'export', 'lend'])

export function openNumberLedger(file: string): NumberLedger {
  const folder = path.dirname(file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const isNew = !existsSync(file)
  const bySpace = new Map<string, NumberLine[]>()
  /** Exports that stand where draws may be missing. */
  const doubted = new Set<NumberLine>()
  const remember = (line: LedgerLine, isDoubted: boolean) => {
    if (!takingKinds.has(line.kind) || line.kind === 'confirm') return
    if (isDoubted && line.kind === 'export') doubted.add(line)
    const sameSpace = bySpace.get(line.space)
    if (sameSpace) sameSpace.push(line)
    else bySpace.set(line.space, [line])
  }
  const readFile = () => {
    const text = readFileSync(file, 'utf8')
    return { ...readLedger(text), needsNewline: text !== '' && !text.endsWith('\n') }
  }
  const fd = openSync(file, 'a', 0o600)
  if (isNew) syncFolder(folder)
  let known = readFile()
  known.lines.forEach((line, index) => remember(line, index < known.doubtedTo))
  /** A write that failed may have left lines behind: what is in the file decides. */
  let isInDoubt = false
  const catchUp = () => {
    const read = readFile()
    for (const [index, line] of read.lines.entries())
      if (index >= known.lines.length) remember(line, index < read.doubtedTo)
    known = read
    isInDoubt = false
  }
  const digestFile = () => {
    const text = readFileSync(file, 'utf8')
    return digest(known.needsNewline ? `${text}\n` : text)
  }
  const write = (lines: readonly LedgerLine[], install: string, from: LedgerHead) => {
    let head = from
    const chained = lines.map((line) => {
      const next = chainLine(line, install, head)
      head = next
      return next
    })
    const text = chained.map((line) => `${JSON.stringify(line)}\n`).join('')
    isInDoubt = true
    writeWhole(fd, Buffer.from(known.needsNewline ? `\n${text}` : text, 'utf8'))
    fsyncSync(fd)
    isInDoubt = false
    known.needsNewline = false
    known.head = { hash: head.hash, numbers: head.numbers }
    known.install = install
    for (const line of chained) {
      if (line.kind !== 'confirm') known.lines.push(line)
      else if (line.answer === 'split') known.splitAt = known.lines.length
      known.heads.set(line.hash, known.lines.length)
      remember(line, known.damagedAt !== null)
    }
  }
  const getLines = (range: NumberSpan): NumberLine[] =>
    (bySpace.get(getNumberSpace(range)) ?? []).filter(
      (line) => line.to >= range.first && line.from <= range.last,
    )
  const getHighestOf = (range: NumberSpan, counts: (line: NumberLine) => boolean): number | null => {
    let highest: number | null = null
    for (const line of getLines(range))
      if (counts(line)) highest = Math.max(highest ?? range.first, Math.min(line.to, range.last))
    return highest
  }

  return {
    file,
    isNew,
    getDamage: () => known.damagedAt,
    getHead: () => known.head,
    getInstall: () => known.install,
    hasHead: (head) => known.heads.has(head),
    append(lines, install) {
      if (isInDoubt) catchUp()
      const goesOn = known.damagedAt !== null && lines[0]?.kind === 'confirm'
      write(lines, install, goesOn ? { ...known.head, hash: digestFile() } : known.head)
      if (goesOn) known.damagedAt = null
    },
    getHighest: (range) => getHighestOf(range, (line) => line.kind !== 'export' || doubted.has(line)),
    getHighestExported: (range) => getHighestOf(range, ({ kind }) => kind === 'export'),
    spellsDrawn: (range) =>
      [...bySpace].some(([space, lines]) => {
        if (space === getNumberSpace(range)) return false
        const format = parseNumberSpace(space)
        return lines.some(({ from, to }) => isOverlapping({ ...format, first: from, last: to }, range))
      }),
    isRetired: (range) =>
      known.lines.some(
        ({ kind, space, from, to }, index) =>
          (kind === 'retire' || index < known.splitAt) &&
          space === getNumberSpace(range) &&
          from <= range.last &&
          range.first <= to,
      ),
    getDraws: (range) => getLines(range).filter(({ kind }) => kind === 'draw' || kind === 'again'),
    getLinesAfter: (head) => known.lines.slice(head === null ? 0 : (known.heads.get(head) ?? 0)),
    close: () => closeSync(fd),
  }
}

function writeWhole(fd: number, bytes: Buffer): void {
  let written = 0
  while (written < bytes.length) written += writeSync(fd, bytes, written, bytes.length - written)
}
