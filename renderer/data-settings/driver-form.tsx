import { useState } from 'react'
import type { CarrierView, DriverView } from '../../shared/contract/outputs.ts'
import { newOpId } from '../api.ts'
import { useT } from '../i18n.ts'
import { call } from '../shell/ask.ts'
import { showToast } from '../shell/toasts.ts'
import { TextField } from '../ui/text-field.tsx'
import { CardField, readCard } from './card-field.tsx'
import { FleetField, InUseField } from './fleet-fields.tsx'
import { FormSheet } from './form-sheet.tsx'

interface DriverFormProps {
  /** Null: a new one. */
  driver: DriverView | null
  fleets: readonly CarrierView[]
  onClose: () => void
}

export function DriverForm({ driver, fleets, onClose }: DriverFormProps) {
  const t = useT()
  const [typed, setTyped] = useState(driver?.name ?? '')
  const [carrierId, setCarrierId] = useState(driver?.carrierId ?? fleets[0]?.id ?? 0)
  const [phone, setPhone] = useState(driver?.phone ?? '')
  const [card, setCard] = useState(driver?.cardUntil ?? '')
  const [isActive, setIsActive] = useState(driver?.isActive ?? true)
  const name = typed.trim()
  const cardUntil = readCard(card)

  const save = async () => {
    if (cardUntil === undefined) return null
    const answer = await call('driver.save', {
      opId: newOpId(),
      ...(driver && { id: driver.id }),
      name,
      carrierId,
      phone: phone.trim() === '' ? null : phone.trim(),
      cardUntil,
      isActive,
    })
    if (!answer.ok) return answer.problem
    showToast({ tone: 'done', text: t('data.saved', { name }), action: 'undo' })
    return null
  }

  return (
    <FormSheet
      title={driver ? t('data.drivers.editTitle', { name: driver.name }) : t('data.drivers.add')}
      canSave={name !== '' && cardUntil !== undefined}
      onSave={save}
      onClose={onClose}
    >
      <TextField isRequired label={t('data.drivers.name')} value={typed} onChange={setTyped} />
      <FleetField fleets={fleets} carrierId={carrierId} onSelect={setCarrierId} />
      <TextField isMono label={t('data.drivers.phone')} value={phone} onChange={setPhone} />
      <CardField value={card} onChange={setCard} />
      <InUseField isActive={isActive} onChange={setIsActive} />
    </FormSheet>
  )
}
