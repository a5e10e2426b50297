import { useState } from 'react'
import type { LoadView } from '../../shared/contract/outputs.ts'
import { addDays } from '../../shared/domain/calendar-day.ts'
import { describeProblem } from '../../shared/words/describe-problem.ts'
import { newOpId } from '../api.ts'
import { FormSheet } from '../data-settings/form-sheet.tsx'
import { useT } from '../i18n.ts'
import { CapsFields } from '../lists/caps-fields.tsx'
import { getToday } from '../lists/today.ts'
import { useAnswer } from '../lists/use-answer.ts'
import { askReason } from '../shell/ask-reason.ts'
import { call } from '../shell/ask.ts'
import { showToast } from '../shell/toasts.ts'
import { ComboBox } from '../ui/combo-box.tsx'
import { TextField } from '../ui/text-field.tsx'
import { getDriverOptions, getVehicleOptions } from './crew-options.ts'
import { type Crew, formatMoment, getCrew, type LoadDraft, readLoad, startLoad } from './load-draft.ts'

const noLoads: readonly LoadView[] = []

interface LoadFormProps {
  load: LoadView
  fleet: Crew
  onSaved: () => void
  onClose: () => void
}

/** Vehicle, driver, appointment, hours and caps of a load. */
export function LoadForm({ load, fleet, onSaved, onClose }: LoadFormProps) {
  const t = useT()
  const [draft, setDraft] = useState(() => startLoad(load))
  const crew = getCrew(load, fleet)
  const read = readLoad(draft, load, fleet, getToday())
  const around = { from: addDays(read.day, -1), to: addDays(read.day, 1) }
  const others = useAnswer('load.list', around).value?.loads ?? noLoads
  const change = (changed: Partial<LoadDraft>) => setDraft({ ...draft, ...changed })
  const { day, departsAt = null, returnsAt = null } = read
  const trip = { id: load.id, day, departsAt, returnsAt }

  const save = async () => {
    if (!read.edit || Object.keys(read.edit).length === 0) return null
    const send = (reason?: string) =>
      call('load.save', { opId: newOpId(), id: load.id, ...read.edit, ...(reason && { reason }) })
    let answer = await send()
    if (!answer.ok && answer.problem.kind === 'load-at-once') {
      const title = t('loads.ask.title', { number: load.number })
      const reason = await askReason(title, describeProblem(answer.problem, t), t('loads.ask.hint'))
      if (reason !== null) answer = await send(reason)
    }
    if (!answer.ok) return answer.problem
    onSaved()
    showToast({ tone: 'done', text: t('loads.saved', { number: load.number }), action: 'undo' })
    return null
  }

  const crewField = (name: 'vehicle' | 'driver', options: ReturnType<typeof getVehicleOptions>) => (
    <ComboBox
      label={t(`loads.column.${name}`)}
      options={options}
      selectedId={options.find(({ label }) => label.toUpperCase() === draft[name].trim().toUpperCase())?.id}
      onSelect={() => undefined}
      text={draft[name]}
      onTextChange={(text) => change({ [name]: text })}
      allowsOwnText
      placeholder={t('loads.form.none')}
      emptyText={t(`loads.form.no.${name}`)}
      error={read.wrong.has(name) ? t(`loads.form.no.${name}`) : undefined}
    />
  )
  const timeField = (name: 'leaves' | 'back', value: string | null | undefined) => (
    <TextField
      isMono
      label={t(`loads.form.${name}`)}
      placeholder="08:00"
      hint={draft[name] === null ? undefined : sayRead(draft[name], value)}
      error={read.wrong.has(name) ? t('loads.form.notMoment') : undefined}
      value={draft[name] ?? formatMoment(value)}
      onChange={(text) => change({ [name]: text })}
    />
  )

  return (
    <FormSheet
      title={t('loads.form.title', { number: load.number })}
      canSave={read.edit !== null}
      onSave={save}
      onClose={onClose}
    >
      {crewField('vehicle', getVehicleOptions(crew, trip, others, t))}
      {crewField('driver', getDriverOptions(crew, trip, others, t))}
      <div className="data-form-pair">
        <TextField
          isMono
          label={t('loads.column.isa')}
          error={read.wrong.has('isa') ? t('loads.form.notIsa') : undefined}
          value={draft.isa}
          onChange={(isa) => change({ isa })}
        />
        <TextField
          isMono
          label={t('loads.form.appointment')}
          placeholder="27 14:30"
          hint={sayRead(draft.appointment, read.appointmentAt) ?? t('loads.form.appointmentHint')}
          error={read.wrong.has('appointment') ? t('loads.form.notMoment') : undefined}
          value={draft.appointment}
          onChange={(appointment) => change({ appointment })}
        />
      </div>
      {read.appointmentAt === null && (
        <TextField
          isMono
          label={t('loads.column.day')}
          hint={sayRead(draft.day, read.day)}
          error={read.wrong.has('day') ? t('loads.form.notDay') : undefined}
          value={draft.day}
          onChange={(typed) => change({ day: typed })}
        />
      )}
      <div className="data-form-pair">
        {timeField('leaves', read.departsAt)}
        {timeField('back', read.returnsAt)}
      </div>
      <p className="data-note">{t('loads.form.hoursHint')}</p>
      <CapsFields draft={draft} onChange={change} />
      <TextField
        label={t('loads.form.reason')}
        hint={t('loads.form.reasonHint')}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
      />
    </FormSheet>
  )
}

/** What a short text was read as, where that says more than the text. */
function sayRead(typed: string, read: string | null | undefined): string | undefined {
  const said = formatMoment(read)
  return said === '' || said === typed.trim() ? undefined : said
}
