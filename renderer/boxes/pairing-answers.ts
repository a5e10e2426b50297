import type { CallInput } from '../../shared/contract/contract.ts'
import type { Offer } from './pairing-offer.ts'

/** What was said to the differences of the list in hand, as the engine takes it. */
export type PairingAnswers = NonNullable<CallInput<'pairing.preview'>['answers']>

/** The answers with this offer among them; `text` is what it asked for. Undefined where it is no answer to the engine. */
export function addAnswer(answers: PairingAnswers, offer: Offer, text: string): PairingAnswers | undefined {
  switch (offer.kind) {
    case 'keep':
    case 'keepBecause': {
      const reason = offer.kind === 'keep' ? '' : text
      const others = answers.kept?.filter(({ number }) => !offer.numbers.includes(number)) ?? []
      return { ...answers, kept: [...others, ...offer.numbers.map((number) => ({ number, reason }))] }
    }
    case 'move':
      return { ...answers, moved: [...(answers.moved ?? []), ...offer.numbers] }
    case 'retype': {
      const others = answers.retyped?.filter(({ index }) => index !== offer.index) ?? []
      return { ...answers, retyped: [...others, { index: offer.index, text }] }
    }
    case 'carrier': {
      const { shipmentIds, carrierId } = offer
      const others = answers.carriers?.filter(({ shipmentId }) => !shipmentIds.includes(shipmentId)) ?? []
      return {
        ...answers,
        carriers: [...others, ...shipmentIds.map((shipmentId) => ({ shipmentId, carrierId }))],
      }
    }
    case 'share':
      return { ...answers, sharedBecause: text }
    default:
      return undefined
  }
}
