import { type KeyboardEvent, useState } from 'react'
import { useT } from '../i18n.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Offer } from './pairing-offer.ts'

interface OfferEntryProps {
  offer: Extract<Offer, { asks: 'reason' | 'number' }>
  onTake: (text: string) => void
  onClose: () => void
}

/** The reason, or the number from the label, that an offer asks for. Enter takes it, Esc lets it be. */
export function OfferEntry({ offer, onTake, onClose }: OfferEntryProps) {
  const t = useT()
  const [text, setText] = useState(offer.kind === 'retype' ? offer.text : '')
  const isBlank = text.trim() === ''
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onClose()
    }
    if (event.code !== 'Enter' || isBlank) return
    event.preventDefault()
    event.stopPropagation()
    onTake(text.trim())
  }
  return (
    <div className="pairing-offer-entry">
      <TextField
        label={t(`boxes.pairing.asks.${offer.asks}`)}
        value={text}
        onChange={setText}
        isMono={offer.asks === 'number'}
        autoFocus
        onKeyDown={onKeyDown}
      />
      <Button variant="primary" shortcut="Enter" isDisabled={isBlank} onPress={() => onTake(text.trim())}>
        {t('boxes.pairing.take')}
      </Button>
    </div>
  )
}
