import { ChevronDown } from 'lucide-react'
import { Button, ComboBox as AriaComboBox, Input } from 'react-aria-components'
import { FieldFrame, type FieldProps } from './field.tsx'
import { type Option, OptionList } from './option-list.tsx'

export interface ComboBoxProps extends FieldProps {
  options: readonly Option[]
  /** What stands in the field; it need not be one of the options if `allowsOwnText`. */
  text: string
  onTextChange: (text: string) => void
  /** An option was taken. */
  onSelect: (id: string) => void
  allowsOwnText?: boolean | undefined
  placeholder?: string | undefined
  emptyText?: string | undefined
  isDisabled?: boolean | undefined
  /** Replaces the plain "contains", for example to match pinyin. */
  isMatch?: ((label: string, text: string) => boolean) | undefined
}

const contains = (label: string, text: string): boolean => label.toLowerCase().includes(text.toLowerCase())

export function ComboBox(props: ComboBoxProps) {
  const { label, isLabelHidden, hint, error, options, text, onTextChange, onSelect, emptyText } = props
  return (
    <AriaComboBox
      className="ui-field"
      defaultItems={options}
      inputValue={text}
      onInputChange={onTextChange}
      onChange={(id) => id !== null && onSelect(String(id))}
      allowsCustomValue={props.allowsOwnText ?? false}
      allowsEmptyCollection={emptyText !== undefined}
      defaultFilter={props.isMatch ?? contains}
      isDisabled={props.isDisabled ?? false}
      isInvalid={error !== undefined}
    >
      <FieldFrame label={label} isLabelHidden={isLabelHidden} hint={hint} error={error}>
        <div className="ui-control">
          <Input className="ui-input" placeholder={props.placeholder ?? ''} spellCheck={false} />
          <Button className="ui-control-button">
            <ChevronDown aria-hidden />
          </Button>
        </div>
        <OptionList options={options} emptyText={emptyText} />
      </FieldFrame>
    </AriaComboBox>
  )
}
