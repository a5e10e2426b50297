import { CheckboxGroup, Label } from 'react-aria-components'
import { Checkbox } from './checkbox.tsx'
import './facet-list.css'

export interface FacetOption {
  id: string
  label: string
  /** Already in the form the language wants. */
  count: string
}

interface FacetListProps {
  title: string
  options: readonly FacetOption[]
  selectedIds: readonly string[]
  onChange: (selectedIds: string[]) => void
}

/** One property of a list, with how many rows have each value. */
export function FacetList({ title, options, selectedIds, onChange }: FacetListProps) {
  return (
    <CheckboxGroup className="ui-facet" value={[...selectedIds]} onChange={onChange}>
      <Label className="ui-facet-title">{title}</Label>
      {options.map(({ id, label, count }) => (
        <Checkbox key={id} value={id}>
          <span className="ui-facet-label">{label}</span>
          <span className="ui-facet-count">{count}</span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}
