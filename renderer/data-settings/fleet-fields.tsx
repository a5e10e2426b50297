import type { CarrierView } from '../../shared/contract/outputs.ts'
import { useT } from '../i18n.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { Select } from '../ui/select.tsx'

interface CarrierFieldProps {
  fleets: readonly CarrierView[]
  carrierId: number
  onSelect: (carrierId: number) => void
}

/** Whose vehicle or driver it is: only own and partner fleets have any here. */
export function FleetField({ fleets, carrierId, onSelect }: CarrierFieldProps) {
  const t = useT()
  return (
    <Select
      label={t('data.fleet.carrier')}
      options={fleets.map(({ id, name, kind }) => ({
        id: String(id),
        label: name,
        hint: t(`data.kind.${kind}`),
      }))}
      selectedId={String(carrierId)}
      onSelect={(id) => onSelect(Number(id))}
    />
  )
}

interface InUseFieldProps {
  isActive: boolean
  onChange: (isActive: boolean) => void
}

export function InUseField({ isActive, onChange }: InUseFieldProps) {
  const t = useT()
  return (
    <>
      <Checkbox isSelected={isActive} onChange={onChange}>
        {t('data.carriers.active')}
      </Checkbox>
      <p className="data-note">{t('data.fleet.activeHint')}</p>
    </>
  )
}
