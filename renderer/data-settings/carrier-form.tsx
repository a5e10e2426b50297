import { useState } from 'react'
import type { CallInput } from '../../shared/contract/contract.ts'
import type { CarrierView } from '../../shared/contract/outputs.ts'
import {
  type CarrierKind,
  carrierKinds,
  proPolicies,
  trackingStrategies,
} from '../../shared/domain/carrier.ts'
import { courierNames } from '../../shared/domain/number/courier-format-table.ts'
import { couriersWithoutFormat } from '../../shared/domain/number/courier-names.ts'
import { newOpId } from '../api.ts'
import { useT } from '../i18n.ts'
import { call } from '../shell/ask.ts'
import { showToast } from '../shell/toasts.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { CardField, readCard } from './card-field.tsx'
import { FormSheet } from './form-sheet.tsx'

type CarrierInput = Omit<CallInput<'carrier.save'>, 'opId' | 'id' | 'cardUntil'>

const newCarrier: CarrierInput = {
  name: '',
  kind: 'own_fleet',
  scac: null,
  amazonName: 'OTHER',
  strategy: 'per_shipment',
  courier: null,
  proPolicy: 'per_shipment',
  isActive: true,
}

const noCourier = 'none'
const scacPattern = /^[A-Z0-9]{1,5}$/

const find = <T extends string>(values: readonly T[], id: string): T => values.find((value) => value === id)!

interface CarrierFormProps {
  carrier: CarrierView | null
  onClose: () => void
}

export function CarrierForm({ carrier, onClose }: CarrierFormProps) {
  const t = useT()
  const [values, setValues] = useState<CarrierInput>(() => (carrier ? pickInput(carrier) : newCarrier))
  const [card, setCard] = useState(carrier?.cardUntil ?? '')
  const cardUntil = readCard(card)
  const change = (changed: Partial<CarrierInput>) => setValues({ ...values, ...changed })
  const isScacRight = values.scac === null || scacPattern.test(values.scac)

  /** A new carrier starts with what is usual for its kind. */
  const changeKind = (kind: CarrierKind) =>
    change(carrier ? { kind } : { kind, strategy: kind === 'parcel' ? 'per_box' : 'per_shipment' })

  const save = async () => {
    if (cardUntil === undefined) return null
    const answer = await call('carrier.save', {
      opId: newOpId(),
      ...(carrier ? { id: carrier.id } : {}),
      ...values,
      name: values.name.trim(),
      amazonName: values.amazonName.trim(),
      cardUntil,
    })
    if (!answer.ok) return answer.problem
    showToast({ tone: 'done', text: t('data.saved', { name: values.name.trim() }), action: 'undo' })
    return null
  }

  return (
    <FormSheet
      title={carrier ? t('data.carriers.editTitle', { name: carrier.name }) : t('data.carriers.addTitle')}
      canSave={
        values.name.trim() !== '' && values.amazonName.trim() !== '' && isScacRight && cardUntil !== undefined
      }
      onSave={save}
      onClose={onClose}
    >
      <TextField
        isRequired
        label={t('data.carriers.name')}
        hint={t('data.carriers.nameHint')}
        value={values.name}
        onChange={(name) => change({ name })}
      />
      <Select
        label={t('data.carriers.kind')}
        options={carrierKinds.map((id) => ({ id, label: t(`data.kind.${id}`) }))}
        selectedId={values.kind}
        onSelect={(id) => changeKind(find(carrierKinds, id))}
      />
      <TextField
        isMono
        label={t('data.carriers.scac')}
        hint={t('data.carriers.scacHint')}
        error={isScacRight ? undefined : t('data.carriers.scacHint')}
        value={values.scac ?? ''}
        onChange={(text) => change({ scac: text.trim() === '' ? null : text.trim().toUpperCase() })}
      />
      <TextField
        isRequired
        label={t('data.carriers.amazonName')}
        hint={t('data.carriers.amazonNameHint')}
        value={values.amazonName}
        onChange={(amazonName) => change({ amazonName })}
      />
      <RadioGroup
        label={t('data.carriers.strategy')}
        options={trackingStrategies.map((id) => ({
          id,
          label: t(`data.strategy.${id}`),
          hint: t(`data.strategyHint.${id}`),
        }))}
        selectedId={values.strategy}
        onSelect={(id) => change({ strategy: find(trackingStrategies, id) })}
      />
      {values.kind !== 'parcel' && (
        <RadioGroup
          label={t('data.carriers.proPolicy')}
          options={proPolicies.map((id) => ({
            id,
            label: t(`data.proPolicy.${id}`),
            hint: t(`data.proPolicyHint.${id}`),
          }))}
          selectedId={values.proPolicy}
          onSelect={(id) => change({ proPolicy: find(proPolicies, id) })}
        />
      )}
      <Select
        label={t('data.carriers.courier')}
        hint={t('data.carriers.courierHint')}
        options={[
          { id: noCourier, label: t('data.carriers.noCourier') },
          ...Object.entries(courierNames).map(([id, label]) => ({ id, label })),
          ...Object.entries(couriersWithoutFormat).map(([id, courier]) => ({
            id,
            label: t('data.carriers.formatUnknown', { courier }),
          })),
        ]}
        selectedId={values.courier ?? noCourier}
        onSelect={(id) => change({ courier: id === noCourier ? null : id })}
      />
      {values.kind !== 'parcel' && <CardField value={card} onChange={setCard} />}
      <Checkbox isSelected={values.isActive} onChange={(isActive) => change({ isActive })}>
        {t('data.carriers.active')}
      </Checkbox>
      <p className="data-note">{t('data.carriers.activeHint')}</p>
    </FormSheet>
  )
}

const pickInput = ({
  name,
  kind,
  scac,
  amazonName,
  strategy,
  courier,
  proPolicy,
  isActive,
}: CarrierView): CarrierInput => ({
  name,
  kind,
  scac,
  amazonName,
  strategy,
  courier,
  proPolicy,
  isActive,
})
