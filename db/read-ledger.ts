import { existsSync, readFileSync } from 'node:fs'
import {
  addNumbers,
  digest,
  isUnchanged,
  parseLedgerLine,
  type ChainedLine,
  type LedgerHead,
  type NumberLine,
} from './ledger-line.ts'

export interface ReadLedger {
  lines: NumberLine[]
  /** What the next line goes on from. */
  head: LedgerHead
  /** Every hash the chain has gone through, with how many of the lines had been read by then. */
  heads: Map<string, number>
  /** Who wrote the last line; null where there is no chain yet. */
  install: string | null
  /** How many of the lines had been read when this desk and another parted. */
  splitAt: number
  /** Number of the first line that is not what was written, or null. */
  damagedAt: number | null
  /** How many of the lines stand where others may be missing: before damage that somebody looked at, or is there. */
  doubtedTo: number
}

/**
 * Reads the ledger and follows its chain. Lines from before the chain are taken over as they are: it begins at their
 * digest. A torn line is skipped: the next one goes on from the line before it. What is damaged still counts as drawn.
 */
export function readLedger(text: string): ReadLedger {
  const lines: NumberLine[] = []
  const old: string[] = []
  const heads = new Map<string, number>()
  let head: string | null = null
  let damagedAt: number | null = null
  let install: string | null = null
  let splitAt = 0
  let doubtedTo = 0
  const getOldDigest = () => digest(old.map((line) => `${line}\n`).join(''))
  let numbers = digest('')
  let offset = 0
  for (const [index, lineText] of text.split('\n').entries()) {
    const start = offset
    offset += lineText.length + 1
    const line = parseLedgerLine(lineText)
    if (!line) continue
    if (line.kind !== 'confirm') lines.push(line)
    numbers = addNumbers(numbers, line)
    if (line.hash === undefined) {
      old.push(lineText)
      if (head !== null) damagedAt ??= index + 1
      continue
    }
    const chained = line as ChainedLine
    if (!isUnchanged(chained, lineText)) damagedAt ??= index + 1
    else if (chained.prev !== (head ??= getOldDigest())) {
      // Somebody looked at the damage and went on: this line stands for everything before it as it is.
      if (chained.kind === 'confirm' && chained.prev === digest(text.slice(0, start))) {
        damagedAt = null
        doubtedTo = lines.length
      } else damagedAt ??= index + 1
    }
    head = chained.hash
    install = chained.install
    if (chained.kind === 'confirm' && chained.answer === 'split') splitAt = lines.length
    heads.set(head, lines.length)
  }
  const oldDigest = getOldDigest()
  heads.set(oldDigest, old.length)
  if (damagedAt !== null) doubtedTo = lines.length
  return { lines, head: { hash: head ?? oldDigest, numbers }, heads, install, splitAt, damagedAt, doubtedTo }
}

/** Of a ledger that nobody has open. */
export const readLedgerHead = (file: string): string =>
  readLedger(existsSync(file) ? readFileSync(file, 'utf8') : '').head.hash
