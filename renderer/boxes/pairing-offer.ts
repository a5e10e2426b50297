import type { Mismatch } from '../../shared/domain/pairing/pairing.ts'
import { type Alignment, alignToEnd, dropEntry, reverseNumbers } from './alignment.ts'

/** What can be done about a mismatch at the press of a button. */
export type Offer =
  | { kind: 'drop'; indexes: readonly number[] }
  | { kind: 'reverse' | 'gapsLast' | 'gapsFirst' | 'overwrite' }
  | { kind: 'show'; fbaId: string }

export function getOffers(mismatch: Mismatch): Offer[] {
  switch (mismatch.kind) {
    case 'fewer-numbers':
      return [{ kind: 'gapsLast' }, { kind: 'gapsFirst' }]
    case 'more-numbers':
      return mismatch.duplicateIndexes.length > 0
        ? [{ kind: 'drop', indexes: mismatch.duplicateIndexes }]
        : []
    case 'number-twice':
      return mismatch.level === 'block' ? [{ kind: 'drop', indexes: mismatch.indexes.slice(1) }] : []
    case 'damaged-number':
      return [{ kind: 'drop', indexes: [mismatch.index] }]
    case 'order-reversed':
      return [{ kind: 'reverse' }]
    case 'box-has-number':
      return mismatch.level === 'block' ? [{ kind: 'overwrite' }] : []
    case 'used-elsewhere':
      return [{ kind: 'show', fbaId: mismatch.fbaId }]
    default:
      return []
  }
}

/** The alignment after an offer that changes it. */
export function applyOffer(offer: Offer, entries: Alignment, boxCount: number): Alignment {
  switch (offer.kind) {
    case 'drop':
      return offer.indexes.reduce((rest, index) => {
        const at = rest.indexOf(index)
        return at === -1 ? rest : dropEntry(rest, at)
      }, entries)
    case 'reverse':
      return reverseNumbers(entries)
    case 'gapsFirst':
      return alignToEnd(entries, boxCount)
    default:
      return entries
  }
}

/** Differences that a person's own alignment settles, whatever it is. */
const settledByHand: ReadonlySet<Mismatch['kind']> = new Set<Mismatch['kind']>([
  'fewer-numbers',
  'more-numbers',
  'order-reversed',
  'unlabelled',
  'box-count-differs',
])

/** What is still to be said once the list was aligned by hand: what a number that stands there has against it. */
export const getOpenMismatches = (
  mismatches: readonly Mismatch[],
  entries: Alignment,
  isSettled: boolean,
): Mismatch[] =>
  isSettled ? mismatches.filter((mismatch) => !isSettledBy(mismatch, new Set(entries))) : [...mismatches]

function isSettledBy(mismatch: Mismatch, standing: ReadonlySet<number | null>): boolean {
  if (settledByHand.has(mismatch.kind)) return true
  if ('index' in mismatch) return !standing.has(mismatch.index)
  return (
    mismatch.kind === 'number-twice' && mismatch.indexes.filter((index) => standing.has(index)).length < 2
  )
}
