import { X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import './chip.css'

export interface FilterChip {
  id: string
  /** The filter in words: "Client: Ningbo Xingye". */
  text: string
  /** "Remove client: Ningbo Xingye". */
  removeLabel: string
}

interface FilterChipsProps {
  label: string
  chips: readonly FilterChip[]
  onRemove: (id: string) => void
}

/** The filters in force, each of which can be taken off. */
export function FilterChips({ label, chips, onRemove }: FilterChipsProps) {
  return (
    <ul className="ui-chips" aria-label={label}>
      {chips.map(({ id, text, removeLabel }) => (
        <li key={id} className="ui-chip" data-removable>
          {text}
          <AriaButton className="ui-chip-remove" aria-label={removeLabel} onPress={() => onRemove(id)}>
            <X aria-hidden />
          </AriaButton>
        </li>
      ))}
    </ul>
  )
}
