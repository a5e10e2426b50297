import type { Translate } from '../../shared/locales/translate.ts'
import { setSearch } from '../shell/shipment-scope.ts'
import { showToast } from '../shell/toasts.ts'
import { setShipmentScope } from './box-rows.ts'
import { addAnswer } from './pairing-answers.ts'
import { applyOffer, type Offer } from './pairing-offer.ts'
import {
  answerPairing,
  canMove,
  countWritable,
  setOverwrites,
  settleEntries,
  usePairing,
} from './pairing-sheet.ts'

/** Carries out an offer and says what came of it where the table alone does not show it. */
export async function takeOffer(offer: Offer, text: string, t: Translate): Promise<void> {
  const sheet = usePairing.getState()
  const { entries, boxes, answers } = sheet
  const moved = canMove(sheet) ? applyOffer(offer, entries, boxes.length) : null
  const answered = addAnswer(answers, offer, text)
  if (moved) await settleEntries(moved)
  else if (answered) await answerPairing(answered)
  if (offer.kind === 'gapsFirst' || offer.kind === 'gapsLast') {
    const missing = boxes.length - entries.filter((entry) => entry !== null).length
    showToast({ tone: 'done', text: t(`boxes.offered.${offer.kind}`, { missing }) })
  }
  if (offer.kind === 'overwrite') await setOverwrites(true)
  if (offer.kind === 'show') {
    void setShipmentScope(null)
    setSearch(offer.fbaId)
  }
  if (offer.kind === 'askPieces') {
    const { number, fbaId } = offer
    const { of } = countWritable(usePairing.getState())
    await navigator.clipboard.writeText(t('boxes.askPieces', { number, fbaId, boxes: of }))
    showToast({ tone: 'done', text: t('boxes.offered.askPieces') })
  }
}
