import { useState } from 'react'
import type { CarrierView, VehicleView } from '../../shared/contract/outputs.ts'
import { noCaps } from '../../shared/domain/load.ts'
import { newOpId } from '../api.ts'
import { useT } from '../i18n.ts'
import { readCaps, startCaps } from '../lists/caps-draft.ts'
import { CapsFields } from '../lists/caps-fields.tsx'
import { call } from '../shell/ask.ts'
import { showToast } from '../shell/toasts.ts'
import { TextField } from '../ui/text-field.tsx'
import { FleetField, InUseField } from './fleet-fields.tsx'
import { FormSheet } from './form-sheet.tsx'

interface VehicleFormProps {
  /** Null: a new one. */
  vehicle: VehicleView | null
  fleets: readonly CarrierView[]
  onClose: () => void
}

export function VehicleForm({ vehicle, fleets, onClose }: VehicleFormProps) {
  const t = useT()
  const [plate, setPlate] = useState(vehicle?.plate ?? '')
  const [carrierId, setCarrierId] = useState(vehicle?.carrierId ?? fleets[0]?.id ?? 0)
  const [caps, setCaps] = useState(() => startCaps(vehicle ?? noCaps))
  const [isActive, setIsActive] = useState(vehicle?.isActive ?? true)
  const read = readCaps(caps)
  const name = plate.trim().toUpperCase()

  const save = async () => {
    if (!read) return null
    const answer = await call('vehicle.save', {
      opId: newOpId(),
      ...(vehicle && { id: vehicle.id }),
      plate: name,
      carrierId,
      ...read,
      isActive,
    })
    if (!answer.ok) return answer.problem
    showToast({ tone: 'done', text: t('data.saved', { name }), action: 'undo' })
    return null
  }

  return (
    <FormSheet
      title={vehicle ? t('data.vehicles.editTitle', { name: vehicle.plate }) : t('data.vehicles.add')}
      canSave={name !== '' && read !== null}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        isRequired
        isMono
        label={t('data.vehicles.plate')}
        hint={t('data.vehicles.plateHint')}
        value={plate}
        onChange={setPlate}
      />
      <FleetField fleets={fleets} carrierId={carrierId} onSelect={setCarrierId} />
      <CapsFields draft={caps} onChange={(changed) => setCaps({ ...caps, ...changed })} />
      <p className="data-note">{t('data.vehicles.capsHint')}</p>
      <InUseField isActive={isActive} onChange={setIsActive} />
    </FormSheet>
  )
}
