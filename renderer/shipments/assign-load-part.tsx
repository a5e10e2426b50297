import { useState } from 'react'
import type { AssignPreview, DriverView, LoadView, VehicleView } from '../../shared/contract/outputs.ts'
import { formatLocalDay } from '../../shared/domain/calendar-day.ts'
import { describeFill } from '../../shared/words/describe-load.ts'
import { useFormats, useT } from '../i18n.ts'
import { useAnswer } from '../lists/use-answer.ts'
import { Select } from '../ui/select.tsx'
import { Switch } from '../ui/switch.tsx'
import { TextField } from '../ui/text-field.tsx'
import { BlanksOnly } from './assign-carrier-part.tsx'
import { setAssignFields, useAssign } from './assign-draft.ts'
import { AssignLoadLine } from './assign-load-line.tsx'
import { NumberField } from './number-field.tsx'

const noLoads: readonly LoadView[] = []
const noVehicles: readonly VehicleView[] = []
const noDrivers: readonly DriverView[] = []
const newLoads = 'auto'

/** Loads of the own and partner fleets: which ones, how much each takes, and who drives. */
export function AssignLoadPart({ preview }: { preview: AssignPreview | null }) {
  const t = useT()
  const { number } = useFormats()
  const { wantsLoad, loadId, caps, tripHours, loadReason } = useAssign((sheet) => sheet.fields)
  const [today] = useState(() => formatLocalDay(Date.now()))
  const standing = useAnswer('load.list', { from: today }).value?.loads ?? noLoads
  const vehicles = useAnswer('vehicle.list', {}).value?.vehicles ?? noVehicles
  const drivers = useAnswer('driver.list', {}).value?.drivers ?? noDrivers
  const setCaps = (change: Partial<typeof caps>) => setAssignFields({ caps: { ...caps, ...change } })
  return (
    <section className="assign-part">
      <Switch isSelected={wantsLoad} onChange={(isOn) => setAssignFields({ wantsLoad: isOn })}>
        {t('shipments.assign.load.title')}
      </Switch>
      <Select
        label={t('shipments.assign.load.onto')}
        isLabelHidden
        isDisabled={!wantsLoad}
        options={[
          { id: newLoads, label: t('shipments.assign.load.auto') },
          ...standing.map((load) => ({
            id: String(load.id),
            label: `${load.number} · ${load.fc}`,
            hint: describeFill(load.fill, load, number, t),
          })),
        ]}
        selectedId={standing.some((load) => load.id === loadId) ? String(loadId) : newLoads}
        onSelect={(id) => setAssignFields({ loadId: id === newLoads ? null : Number(id) })}
      />
      <p className="assign-hint">{t('shipments.assign.load.caps')}</p>
      <div className="assign-caps" role="group" aria-label={t('shipments.assign.load.caps')}>
        <NumberField
          label={t('shipments.assign.load.pallets')}
          value={caps.maxPallets}
          isDisabled={!wantsLoad}
          onChange={(maxPallets) => setCaps({ maxPallets })}
        />
        <NumberField
          label={t('shipments.assign.load.boxes')}
          value={caps.maxBoxes}
          isDisabled={!wantsLoad}
          onChange={(maxBoxes) => setCaps({ maxBoxes })}
        />
        <NumberField
          label={t('shipments.assign.load.kg')}
          value={caps.maxKg}
          isDisabled={!wantsLoad}
          onChange={(maxKg) => setCaps({ maxKg })}
        />
        <NumberField
          label={t('shipments.assign.load.tripHours')}
          value={tripHours}
          isDisabled={!wantsLoad}
          onChange={(hours) => setAssignFields({ tripHours: Math.min(48, hours ?? tripHours) })}
        />
      </div>
      {wantsLoad && preview !== null && preview.loads.length > 0 && (
        <>
          <p className="assign-hint">
            {t('shipments.assign.load.planned', {
              loads: number(preview.loads.length),
              shipments: number(preview.loads.reduce((sum, load) => sum + load.shipments, 0)),
            })}
          </p>
          <div className="assign-loads">
            {preview.loads.map((load) => (
              <AssignLoadLine key={load.key} load={load} vehicles={vehicles} drivers={drivers} />
            ))}
          </div>
        </>
      )}
      {wantsLoad && preview?.needsLoadReason && (
        <TextField
          isRequired
          label={t('shipments.assign.load.reason')}
          hint={t('shipments.assign.load.reasonHint')}
          value={loadReason}
          onChange={(text) => setAssignFields({ loadReason: text })}
        />
      )}
      <BlanksOnly kind="load-kept" isDisabled={!wantsLoad} kept={preview?.kept.loads ?? 0} />
    </section>
  )
}
