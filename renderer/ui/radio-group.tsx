import type { ReactNode } from 'react'
import { Label, Radio, RadioGroup as AriaRadioGroup, Text } from 'react-aria-components'
import './choice.css'
import './field.css'

export interface RadioOption {
  id: string
  label: ReactNode
  hint?: string | undefined
  isDisabled?: boolean | undefined
}

export interface RadioGroupProps {
  label: string
  isLabelHidden?: boolean | undefined
  options: readonly RadioOption[]
  selectedId: string | undefined
  onSelect: (id: string) => void
  orientation?: 'vertical' | 'horizontal' | undefined
  isDisabled?: boolean | undefined
}

export function RadioGroup(props: RadioGroupProps) {
  return (
    <AriaRadioGroup
      className="ui-field"
      orientation={props.orientation ?? 'vertical'}
      value={props.selectedId ?? null}
      onChange={props.onSelect}
      isDisabled={props.isDisabled ?? false}
    >
      <Label className={props.isLabelHidden ? 'ui-visually-hidden' : 'ui-field-label'}>{props.label}</Label>
      <div className="ui-choices">
        {props.options.map(({ id, label, hint, isDisabled }) => (
          <div key={id}>
            <Radio
              value={id}
              className="ui-choice"
              isDisabled={isDisabled ?? false}
              {...(hint === undefined ? {} : { 'aria-describedby': `hint-${id}` })}
            >
              <span className="ui-radio" aria-hidden />
              {label}
            </Radio>
            {hint !== undefined && (
              <Text slot="hint" id={`hint-${id}`} className="ui-choice-hint">
                {hint}
              </Text>
            )}
          </div>
        ))}
      </div>
    </AriaRadioGroup>
  )
}
