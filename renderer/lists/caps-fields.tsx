import './caps-fields.css'
import { useT } from '../i18n.ts'
import { TextField } from '../ui/text-field.tsx'
import { capNames, type CapsDraft, isCap } from './caps-draft.ts'

interface CapsFieldsProps {
  draft: CapsDraft
  onChange: (changed: Partial<CapsDraft>) => void
}

/** The most that a vehicle or a load takes. */
export function CapsFields({ draft, onChange }: CapsFieldsProps) {
  const t = useT()
  return (
    <div role="group" aria-label={t('data.caps.title')} className="caps-fields">
      {capNames.map((name) => (
        <TextField
          key={name}
          isMono
          inputMode={name === 'maxKg' ? 'decimal' : 'numeric'}
          label={t(`data.caps.${name}`)}
          value={draft[name]}
          onChange={(text) => onChange({ [name]: text })}
          error={isCap(name, draft[name]) ? undefined : t('data.caps.notCap')}
        />
      ))}
    </div>
  )
}
