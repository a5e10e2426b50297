import { useState } from 'react'
import { useT } from '../i18n.ts'
import { readCaps, startCaps } from '../lists/caps-draft.ts'
import { CapsFields } from '../lists/caps-fields.tsx'
import { TextField } from '../ui/text-field.tsx'
import { setAssignFields, useAssign } from './assign-draft.ts'

const leastHours = 0.5
const mostHours = 48

/** The hours of a trip; null while the text is none. */
export function readHours(typed: string): number | null {
  const text = typed.normalize('NFKC').trim()
  const hours = /^\d{1,2}(?:\.\d)?$/.test(text) ? Number(text) : null
  return hours !== null && hours >= leastHours && hours <= mostHours ? hours : null
}

/** What new loads take, and how long a trip is. What cannot be read is said and does not count. */
export function AssignCaps() {
  const t = useT()
  const { caps, tripHours } = useAssign((sheet) => sheet.fields)
  const [draft, setDraft] = useState(() => startCaps(caps))
  const [hours, setHours] = useState(String(tripHours))
  return (
    <>
      <p className="assign-hint">{t('shipments.assign.load.caps')}</p>
      <CapsFields
        draft={draft}
        onChange={(changed) => {
          const next = { ...draft, ...changed }
          setDraft(next)
          const read = readCaps(next)
          if (read) setAssignFields({ caps: read })
        }}
      />
      <TextField
        isMono
        inputMode="decimal"
        label={t('shipments.assign.load.tripHours')}
        error={readHours(hours) === null ? t('shipments.assign.load.hoursWrong') : undefined}
        value={hours}
        onChange={(text) => {
          setHours(text)
          const read = readHours(text)
          if (read !== null) setAssignFields({ tripHours: read })
        }}
      />
    </>
  )
}
