import { ChevronDown } from 'lucide-react'
import { Button, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { FieldFrame, type FieldProps } from './field.tsx'
import { type Option, OptionList } from './option-list.tsx'

export interface SelectProps extends FieldProps {
  options: readonly Option[]
  selectedId: string | undefined
  onSelect: (id: string) => void
  placeholder?: string | undefined
  isDisabled?: boolean | undefined
}

export function Select(props: SelectProps) {
  const {
    label,
    isLabelHidden,
    hint,
    error,
    options,
    selectedId,
    onSelect,
    placeholder = '—',
    isDisabled,
  } = props
  return (
    <AriaSelect
      className="ui-field"
      value={selectedId ?? null}
      onChange={(id) => onSelect(String(id))}
      placeholder={placeholder}
      isDisabled={isDisabled ?? false}
      isInvalid={error !== undefined}
    >
      <FieldFrame label={label} isLabelHidden={isLabelHidden} hint={hint} error={error}>
        <Button className="ui-control ui-select-button">
          <SelectValue className="ui-select-value">
            {({ selectedText }) => selectedText || placeholder}
          </SelectValue>
          <ChevronDown aria-hidden />
        </Button>
        <OptionList options={options} />
      </FieldFrame>
    </AriaSelect>
  )
}
