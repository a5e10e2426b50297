import type { Mismatch } from '../../shared/domain/pairing.ts'
import { type Translate, useT } from '../i18n.ts'
import { describeMismatch } from '../problems/describe-mismatch.ts'
import { setSearch } from '../shell/shipment-scope.ts'
import { Button } from '../ui/button.tsx'
import { applyOffer, getOffers, type Offer } from './pairing-offer.ts'
import { setOverwrites, settleEntries, usePairing } from './pairing-sheet.ts'
import { setShipmentScope } from './box-rows.ts'

const mostShown = 6

function take(offer: Offer): void {
  const { entries, boxes } = usePairing.getState()
  if (offer.kind === 'show') {
    void setShipmentScope(null)
    setSearch(offer.fbaId)
  } else if (offer.kind === 'overwrite') void setOverwrites(true)
  else settleEntries(applyOffer(offer, entries, boxes.length))
}

const getOfferText = (offer: Offer, t: Translate): string =>
  offer.kind === 'drop'
    ? t('boxes.offer.drop', { count: offer.indexes.length })
    : offer.kind === 'show'
      ? t('boxes.offer.show', { fbaId: offer.fbaId })
      : t(`boxes.offer.${offer.kind}`)

/** Moving numbers about makes no sense where labels say where they belong. */
const isOpen = (offer: Offer, canMove: boolean): boolean =>
  canMove || offer.kind === 'overwrite' || offer.kind === 'show'

interface MismatchListProps {
  mismatches: readonly Mismatch[]
  canMove: boolean
}

/** Where list and boxes disagree, in words, each with what can be done about it. */
export function MismatchList({ mismatches, canMove }: MismatchListProps) {
  const t = useT()
  if (mismatches.length === 0) return null
  const rest = mismatches.length - mostShown
  return (
    <ul className="pairing-mismatches" aria-label={t('boxes.pairing.mismatches')}>
      {mismatches.slice(0, mostShown).map((mismatch) => (
        <li key={JSON.stringify(mismatch)} data-level={mismatch.level}>
          <span>{describeMismatch(mismatch, t)}</span>
          {getOffers(mismatch)
            .filter((offer) => isOpen(offer, canMove))
            .map((offer) => (
              <Button key={offer.kind} onPress={() => take(offer)}>
                {getOfferText(offer, t)}
              </Button>
            ))}
        </li>
      ))}
      {rest > 0 && <li>{t('boxes.pairing.more', { count: rest })}</li>}
    </ul>
  )
}
