import { useState } from 'react'
import type { AssignPreview, DriverView, LoadView, VehicleView } from '../../shared/contract/outputs.ts'
import { describeFill } from '../../shared/words/describe-load.ts'
import { useFormats, useT } from '../i18n.ts'
import { getToday } from '../lists/today.ts'
import { useAnswer } from '../lists/use-answer.ts'
import { Select } from '../ui/select.tsx'
import { Switch } from '../ui/switch.tsx'
import { TextField } from '../ui/text-field.tsx'
import { BlanksOnly } from './assign-carrier-part.tsx'
import { setAssignFields, useAssign } from './assign-draft.ts'
import { AssignCaps } from './assign-caps.tsx'
import { AssignLoadLine } from './assign-load-line.tsx'

const noLoads: readonly LoadView[] = []
const noVehicles: readonly VehicleView[] = []
const noDrivers: readonly DriverView[] = []
const newLoads = 'auto'

/** Loads of the own and partner fleets: which ones, how much each takes, and who drives. */
export function AssignLoadPart({ preview }: { preview: AssignPreview | null }) {
  const t = useT()
  const { number } = useFormats()
  const { fields, isReady, isResumed } = useAssign()
  const { wantsLoad, loadId, loadReason } = fields
  const [today] = useState(getToday)
  const standing = useAnswer('load.list', { from: today }).value?.loads ?? noLoads
  const vehicles = useAnswer('vehicle.list', {}).value?.vehicles ?? noVehicles
  const drivers = useAnswer('driver.list', {}).value?.drivers ?? noDrivers
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
      {wantsLoad && <AssignCaps key={`${isReady} ${isResumed}`} />}
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
