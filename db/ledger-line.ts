import { createHash } from 'node:crypto'
import type { NumberDraw, NumberFormat, NumberRange } from '../shared/domain/pro-number.ts'

/**
 * `draw` and `lend` take new numbers out of their block, `again` gives a released one out a second time, `retire` says
 * that another desk went on with the block; a line without a kind is a draw, from before there were others.
 */
export const numberLineKinds = ['draw', 'again', 'release', 'export', 'lend', 'retire'] as const
export type NumberLineKind = (typeof numberLineKinds)[number]

/** Numbers from … to, `step` apart. */
export interface NumberLine {
  kind: NumberLineKind
  opId: string
  /** Which numbers these are, whatever the block's id. */
  space: string
  from: number
  to: number
  step: number
  atMs: number
}

/** What somebody answered to a lock. */
export interface ConfirmLine {
  kind: 'confirm'
  opId: string
  answer: 'confirmed' | 'moved' | 'split'
  atMs: number
}

export type LedgerLine = NumberLine | ConfirmLine

/**
 * As it stands in the file: the hash is over the previous hash and everything before `prev`. `numbers` goes over the
 * numbers alone, without clock and names: desks that did the same have the same, and it stands in every manifest.
 */
export type ChainedLine = LedgerLine & { install: string; numbers: string; prev: string; hash: string }

export interface LedgerHead {
  hash: string
  numbers: string
}

export const getNumberSpace = ({ prefix, width, checkMethod }: NumberFormat): string =>
  `${prefix}|${width}|${checkMethod}`

export function parseNumberSpace(space: string): NumberFormat {
  const [prefix = '', width = '', checkMethod = ''] = space.split('|')
  return { prefix, width: Number(width), checkMethod: checkMethod as NumberFormat['checkMethod'] }
}

export const toNumberLine = (
  kind: NumberLineKind,
  block: NumberFormat & Pick<NumberRange, 'increment'>,
  { from, to }: Pick<NumberDraw, 'from' | 'to'>,
  { opId, nowMs }: { opId: string; nowMs: number },
): NumberLine => ({ kind, opId, space: getNumberSpace(block), from, to, step: block.increment, atMs: nowMs })

export function chainLine(line: LedgerLine, install: string, prev: LedgerHead): ChainedLine {
  const payload = { ...line, install, numbers: addNumbers(prev.numbers, line) }
  return { ...payload, prev: prev.hash, hash: digest(prev.hash + JSON.stringify(payload)) }
}

export const addNumbers = (numbers: string, line: LedgerLine): string =>
  line.kind === 'confirm'
    ? numbers
    : digest([numbers, line.kind, line.space, line.from, line.to, line.step].join(' '))

export const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Null for a torn line (a crash while writing). */
export function parseLedgerLine(text: string): (NumberLine & Partial<ChainedLine>) | ChainedLine | null {
  if (!text.startsWith('{')) return null
  try {
    const line = JSON.parse(text) as ChainedLine
    if (line.kind === 'confirm') return typeof line.hash === 'string' ? line : null
    const isWhole =
      typeof line.space === 'string' && Number.isSafeInteger(line.from) && Number.isSafeInteger(line.to)
    if (!isWhole) return null
    return line.hash === undefined ? { ...line, kind: 'draw', step: 1 } : line
  } catch {
    return null
  }
}

/** Whether the line says what its hash says, to the byte. */
export function isUnchanged(line: ChainedLine, text: string): boolean {
  const { hash, prev, ...payload } = line
  return text === JSON.stringify(line) && hash === digest(prev + JSON.stringify(payload))
}
