import { useState } from 'react'
import type { Mismatch } from '../../shared/domain/pairing/pairing.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import { describeMismatch } from '../../shared/words/describe-mismatch.ts'
import { useT } from '../i18n.ts'
import { Button } from '../ui/button.tsx'
import { OfferEntry } from './offer-entry.tsx'
import { getOffers, type Offer, type OfferFacts } from './pairing-offer.ts'
import { takeOffer } from './take-offer.ts'

function getOfferText(offer: Offer, t: Translate): string {
  switch (offer.kind) {
    case 'drop':
      return t('boxes.offer.drop', { count: offer.indexes.length })
    case 'leave':
      return t('boxes.offer.leave', { count: offer.indexes.length })
    case 'move':
    case 'keep':
    case 'keepBecause':
      return t(`boxes.offer.${offer.kind}`, { count: offer.numbers.length })
    case 'show':
      return t('boxes.offer.show', { fbaId: offer.fbaId })
    case 'carrier':
      return t('boxes.offer.carrier', { name: offer.name })
    default:
      return t(`boxes.offer.${offer.kind}`)
  }
}

const moving: ReadonlySet<Offer['kind']> = new Set<Offer['kind']>([
  'leave',
  'reverse',
  'gapsFirst',
  'gapsLast',
])

interface MismatchListProps {
  mismatches: readonly Mismatch[]
  facts: OfferFacts
  /** Moving numbers about makes no sense where labels say where they belong. */
  canMove: boolean
}

const groupByKind = (mismatches: readonly Mismatch[]): [string, Mismatch[]][] => [
  ...Map.groupBy(mismatches, ({ kind, level }) => `${level} ${kind}`),
]

const asksText = (offer: Offer): offer is Extract<Offer, { asks: unknown }> => 'asks' in offer

/** Where list and boxes disagree, in words, each with what can be done about it. */
export function MismatchList({ mismatches, facts, canMove }: MismatchListProps) {
  const t = useT()
  const [asking, setAsking] = useState<{ key: string; offer: Extract<Offer, { asks: unknown }> } | null>(null)
  if (mismatches.length === 0) return null

  const take = (offer: Offer, text: string) => {
    setAsking(null)
    void takeOffer(offer, text, t)
  }

  return (
    <ul className="pairing-mismatches" aria-label={t('boxes.pairing.mismatches')}>
      {groupByKind(mismatches).map(([key, alike]) => (
        <li key={key} data-level={alike[0]!.level} data-kind={alike[0]!.kind}>
          <span>{describeMismatch(alike[0]!, t)}</span>
          {alike.length > 1 && (
            <span className="pairing-alike">{t('boxes.pairing.alike', { count: alike.length - 1 })}</span>
          )}
          {getOffers(alike, facts)
            .filter((offer) => canMove || !moving.has(offer.kind))
            .map((offer) => (
              <Button
                key={getOfferText(offer, t)}
                onPress={() => (asksText(offer) ? setAsking({ key, offer }) : take(offer, ''))}
              >
                {getOfferText(offer, t)}
              </Button>
            ))}
          {asking?.key === key && (
            <OfferEntry
              key={asking.offer.kind}
              offer={asking.offer}
              onTake={(text) => take(asking.offer, text)}
              onClose={() => setAsking(null)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
