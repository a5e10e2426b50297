import type { Mismatch } from '../../shared/domain/pairing/pairing.ts'
import { useT } from '../i18n.ts'
import { type Translate } from '../../shared/locales/translate.ts'
import { describeMismatch } from '../../shared/words/describe-mismatch.ts'
import { setSearch } from '../shell/shipment-scope.ts'
import { Button } from '../ui/button.tsx'
import { applyOffer, getOffers, type Offer } from './pairing-offer.ts'
import { setOverwrites, settleEntries, usePairing } from './pairing-sheet.ts'
import { setShipmentScope } from './box-rows.ts'

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

/** One of each kind; the others of the kind stand in the table. */
function groupByKind(mismatches: readonly Mismatch[]): { first: Mismatch; others: number }[] {
  const groups = Map.groupBy(mismatches, ({ kind, level }) => `${level} ${kind}`)
  return [...groups.values()].map(([first, ...others]) => ({ first: first!, others: others.length }))
}

/** Where list and boxes disagree, in words, each with what can be done about it. */
export function MismatchList({ mismatches, canMove }: MismatchListProps) {
  const t = useT()
  if (mismatches.length === 0) return null
  return (
    <ul className="pairing-mismatches" aria-label={t('boxes.pairing.mismatches')}>
      {groupByKind(mismatches).map(({ first, others }) => (
        <li key={`${first.level} ${first.kind}`} data-level={first.level}>
          <span>{describeMismatch(first, t)}</span>
          {others > 0 && <span className="pairing-alike">{t('boxes.pairing.alike', { count: others })}</span>}
          {getOffers(first)
            .filter((offer) => isOpen(offer, canMove))
            .map((offer) => (
              <Button key={offer.kind} onPress={() => take(offer)}>
                {getOfferText(offer, t)}
              </Button>
            ))}
        </li>
      ))}
    </ul>
  )
}
