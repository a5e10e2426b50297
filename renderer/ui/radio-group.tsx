import { type ReactNode, useId } from 'react'
import { Label, Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components'
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
  /** The chosen one has the focus at first; where none is, the first one, which Space chooses. */
  autoFocus?: boolean | undefined
}

export function RadioGroup(props: RadioGroupProps) {
  const groupId = useId()
  const focusedId = props.selectedId ?? props.options[0]?.id
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
        {props.options.map(({ id, label, hint, isDisabled = false }) => {
          const hintId = `${groupId}-${id}`
          return (
            <div key={id}>
              <Radio
                value={id}
                className="ui-choice"
                isDisabled={isDisabled}
                autoFocus={props.autoFocus === true && id === focusedId}
                {...(hint !== undefined && { 'aria-describedby': hintId })}
              >
                <span className="ui-radio" aria-hidden />
                {label}
              </Radio>
              {hint !== undefined && (
                <span id={hintId} className="ui-choice-hint">
                  {hint}
                </span>
              )}
            </div>
          )
        })}
      </div>
    </AriaRadioGroup>
  )
}
