import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { ListBox, ListBoxItem, Popover } from 'react-aria-components'

export interface Option {
  id: string
  label: string
  hint?: string | undefined
  icon?: ReactNode
  isDisabled?: boolean | undefined
}

/** The list that drops from a `Select`. */
export function OptionList({ options }: { options: readonly Option[] }) {
  return (
    <Popover className="ui-list-popover" offset={2}>
      <ListBox className="ui-list" items={options}>
        {(option) => (
          <ListBoxItem className="ui-option" textValue={option.label} isDisabled={option.isDisabled ?? false}>
            {({ isSelected }) => (
              <>
                {option.icon}
                <span className="ui-option-text">{option.label}</span>
                {option.hint !== undefined && <span className="ui-option-hint">{option.hint}</span>}
                {isSelected && <Check aria-hidden />}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  )
}
