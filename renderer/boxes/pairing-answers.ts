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
    case 'retype':
      return answerEntries(answers, [{ index: offer.index, text }])
    case 'drop':
      return dropLines(answers, offer.indexes)
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

export const dropLines = (answers: PairingAnswers, indexes: readonly number[]): PairingAnswers => ({
  ...answers,
  dropped: [...new Set([...(answers.dropped ?? []), ...indexes])],
})

/** Numbers typed anew in their cells; an emptied cell drops its line. */
export function answerEntries(
  answers: PairingAnswers,
  entries: readonly { index: number; text: string }[],
): PairingAnswers {
  const typed = entries.map(({ index, text }) => ({ index, text: text.trim() }))
  const retyped = typed.filter(({ text }) => text !== '')
  const emptied = typed.filter(({ text }) => text === '').map(({ index }) => index)
  const anew = new Set(retyped.map(({ index }) => index))
  const others = answers.retyped?.filter(({ index }) => !anew.has(index)) ?? []
  const said = retyped.length > 0 ? { ...answers, retyped: [...others, ...retyped] } : answers
  return emptied.length > 0 ? dropLines(said, emptied) : said
}
