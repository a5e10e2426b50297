import { ChevronDown } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { Input, Popover, TextField } from 'react-aria-components'
import { FieldFrame, type FieldProps } from './field.tsx'
import type { Option } from './option-list.tsx'

export interface ComboBoxProps extends FieldProps {
  options: readonly Option[]
  selectedId: string | undefined
  onSelect: (id: string) => void
  /** What stands in the field. */
  text: string
  onTextChange: (text: string) => void
  /** Text that is no option may stay; otherwise leaving the field brings the selected option back. */
  allowsOwnText?: boolean | undefined
  placeholder?: string | undefined
  /** Said where nothing matches. */
  emptyText?: string | undefined
  isDisabled?: boolean | undefined
  /** Replaces the plain "contains", for example to match pinyin initials. */
  isMatch?: ((label: string, text: string) => boolean) | undefined
}

const contains = (label: string, text: string): boolean => label.toLowerCase().includes(text.toLowerCase())

/**
 * A field with a list to choose from. Not React Aria's: that hides the rest of the page from assistive technology while
 * the list is open, although all of it can still be reached.
 */
export function ComboBox(props: ComboBoxProps) {
  const { label, isLabelHidden, hint, error, options, text, isMatch = contains, emptyText } = props
  const listId = useId()
  const boxRef = useRef<HTMLDivElement>(null)
  const inputRef = useRef<HTMLInputElement>(null)
  /** Undefined: closed. Before anything is typed the list shows all. */
  const [list, setList] = useState<{ isNarrowed: boolean; activeIndex: number }>()

  const shown = list?.isNarrowed ? options.filter((option) => isMatch(option.label, text)) : options
  const isOpen = list !== undefined && (shown.length > 0 || emptyText !== undefined)
  const active = isOpen ? shown[list.activeIndex] : undefined

  const open = (activeIndex: number) => {
    const selected = options.findIndex(({ id }) => id === props.selectedId)
    setList({ isNarrowed: false, activeIndex: selected === -1 ? activeIndex : selected })
  }
  const close = () => setList(undefined)

  const pick = (option: Option) => {
    if (option.isDisabled) return
    props.onTextChange(option.label)
    props.onSelect(option.id)
    close()
  }

  const leave = () => {
    close()
    const exact = options.find((option) => option.label.toLowerCase() === text.toLowerCase())
    if (exact && exact.id !== props.selectedId) pick(exact)
    else if (!exact && !props.allowsOwnText) {
      props.onTextChange(options.find(({ id }) => id === props.selectedId)?.label ?? '')
    }
  }

  const move = (by: 1 | -1) => {
    if (!list || !isOpen) return open(by === 1 ? 0 : options.length - 1)
    const from = list.activeIndex === -1 && by === -1 ? 0 : list.activeIndex
    setList({ ...list, activeIndex: shown.length === 0 ? -1 : (from + by + shown.length) % shown.length })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && active) pick(active)
    else if (event.key === 'Escape' && isOpen) close()
    else return
    event.preventDefault()
  }

  return (
    <TextField
      className="ui-field"
      value={text}
      onChange={(value) => {
        props.onTextChange(value)
        setList({ isNarrowed: true, activeIndex: -1 })
      }}
      onBlur={leave}
      isDisabled={props.isDisabled ?? false}
      isInvalid={error !== undefined}
    >
      <FieldFrame label={label} isLabelHidden={isLabelHidden} hint={hint} error={error}>
        <div className="ui-control" ref={boxRef}>
          <Input
            ref={inputRef}
            className="ui-input"
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={isOpen ? listId : undefined}
            aria-autocomplete="list"
            aria-activedescendant={active ? `${listId}-${active.id}` : undefined}
            placeholder={props.placeholder ?? ''}
            autoComplete="off"
            spellCheck={false}
            onKeyDown={onKeyDown}
          />
          {/* For the mouse only: the keyboard has the arrow keys, and the field says that it opens. */}
          <span
            className="ui-control-button"
            onMouseDown={(event) => {
              event.preventDefault()
              inputRef.current?.focus()
              if (isOpen) close()
              else if (!props.isDisabled) open(-1)
            }}
          >
            <ChevronDown aria-hidden />
          </span>
        </div>
        <Popover
          className="ui-list-popover"
          triggerRef={boxRef}
          placement="bottom start"
          offset={2}
          isNonModal
          isOpen={isOpen}
        >
          <div role="listbox" id={listId} aria-label={label} className="ui-list">
            {shown.map((option) => (
              <div
                key={option.id}
                id={`${listId}-${option.id}`}
                role="option"
                className="ui-option"
                aria-selected={option.id === props.selectedId}
                aria-disabled={option.isDisabled}
                data-selected={option.id === props.selectedId || undefined}
                data-focused={option === active || undefined}
                data-disabled={option.isDisabled || undefined}
                ref={(element) => {
                  if (option === active) element?.scrollIntoView({ block: 'nearest' })
                }}
                onMouseDown={(event) => {
                  event.preventDefault()
                  pick(option)
                }}
              >
                {option.icon}
                <span className="ui-option-text">{option.label}</span>
                {option.hint !== undefined && <span className="ui-option-hint">{option.hint}</span>}
              </div>
            ))}
          </div>
          {shown.length === 0 && <div className="ui-list-empty">{emptyText}</div>}
        </Popover>
      </FieldFrame>
    </TextField>
  )
}
