import type { CarrierView } from '../../shared/contract/outputs.ts'
import type { Mismatch } from '../../shared/domain/pairing/pairing.ts'
import { type Alignment, alignToEnd, dropEntry, leaveOut, reverseNumbers } from './alignment.ts'

/** What can be done about mismatches of one kind at the press of a button; `asks` is what a person writes first. */
export type Offer =
  /** Changes the alignment. `leave`: the number keeps its place elsewhere, and the box here gets none. */
  | { kind: 'drop' | 'leave'; indexes: readonly number[] }
  | { kind: 'reverse' | 'gapsLast' | 'gapsFirst' }
  | { kind: 'overwrite' }
  | { kind: 'show'; fbaId: string }
  | { kind: 'move' | 'keep'; numbers: readonly string[] }
  | { kind: 'keepBecause'; numbers: readonly string[]; asks: 'reason' }
  | { kind: 'retype'; index: number; text: string; asks: 'number' }
  | { kind: 'carrier'; shipmentIds: readonly number[]; carrierId: number; name: string }
  | { kind: 'share'; asks: 'reason' }
  | { kind: 'askPieces'; number: string; fbaId: string }

export interface OfferFacts {
  /** The readable number at a place in the list. */
  getNumber: (index: number) => string | null
  getText: (index: number) => string
  carriers: readonly CarrierView[]
}

/** `alike`: mismatches of one kind and level, the first in the list first. */
export function getOffers(alike: readonly Mismatch[], facts: OfferFacts): Offer[] {
  const first = alike[0]!
  const indexes = alike.flatMap((mismatch) => ('index' in mismatch ? [mismatch.index] : []))
  const numbers = indexes.flatMap((index) => facts.getNumber(index) ?? [])
  const isBlocking = first.level === 'block'
  switch (first.kind) {
    case 'fewer-numbers':
      return isBlocking ? [{ kind: 'gapsLast' }, { kind: 'gapsFirst' }] : []
    case 'more-numbers':
      return first.duplicateIndexes.length > 0 ? [{ kind: 'drop', indexes: first.duplicateIndexes }] : []
    case 'number-twice':
      return isBlocking ? [{ kind: 'drop', indexes: first.indexes.slice(1) }] : []
    case 'master-number': {
      const { trackingId, fbaId, canShare } = first
      const asking: Offer = { kind: 'askPieces', number: trackingId, fbaId }
      return canShare ? [{ kind: 'share', asks: 'reason' }, asking] : [asking]
    }
    case 'damaged-number':
      return [offerRetype(first.index, facts), { kind: 'drop', indexes: [first.index] }]
    case 'order-reversed':
      return [{ kind: 'reverse' }]
    case 'box-has-number':
      return isBlocking ? [{ kind: 'overwrite' }] : []
    case 'used-elsewhere':
      return isBlocking
        ? [
            { kind: 'move', numbers },
            { kind: 'leave', indexes },
            { kind: 'show', fbaId: first.fbaId },
          ]
        : []
    case 'check-digit':
      return isBlocking
        ? [{ kind: 'keepBecause', numbers, asks: 'reason' }, offerRetype(first.index, facts)]
        : []
    case 'other-courier':
      return isBlocking ? [...offerCarriers(alike, facts), { kind: 'keep', numbers }] : []
    default:
      return []
  }
}

const offerRetype = (index: number, { getText }: OfferFacts): Offer => ({
  kind: 'retype',
  index,
  text: getText(index),
  asks: 'number',
})

/** The carriers on file whose numbers these are. */
function offerCarriers(alike: readonly Mismatch[], { carriers }: OfferFacts): Offer[] {
  const strangers = alike.filter((mismatch) => mismatch.kind === 'other-courier')
  const couriers = new Set(strangers.map((mismatch) => mismatch.courier))
  const shipmentIds = [...new Set(strangers.map((mismatch) => mismatch.shipmentId))]
  return carriers
    .filter(({ isActive, courier }) => isActive && courier !== null && couriers.has(courier))
    .map(({ id, name }) => ({ kind: 'carrier', shipmentIds, carrierId: id, name }))
}

/** The alignment after an offer that changes it, or null for an offer that does not. */
export function applyOffer(offer: Offer, entries: Alignment, boxCount: number): Alignment | null {
  switch (offer.kind) {
    case 'drop':
      return offer.indexes.reduce((rest, index) => {
        const at = rest.indexOf(index)
        return at === -1 ? rest : dropEntry(rest, at)
      }, entries)
    case 'leave':
      return leaveOut(entries, offer.indexes)
    case 'reverse':
      return reverseNumbers(entries)
    case 'gapsFirst':
      return alignToEnd(entries, boxCount)
    case 'gapsLast':
      return entries
    default:
      return null
  }
}
