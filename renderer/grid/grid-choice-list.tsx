import { keepInView } from './keep-in-view.ts'

interface GridChoiceListProps {
  id: string
  label: string
  choices: readonly string[]
  activeIndex: number
  onPick: (choice: string) => void
}

export const getChoiceElementId = (listId: string, index: number): string => `${listId}-${index}`

/** Values offered under an open editor. The focus stays in the editor, which moves `activeIndex`. */
export function GridChoiceList({ id, label, choices, activeIndex, onPick }: GridChoiceListProps) {
  return (
    <div role="listbox" id={id} aria-label={label} className="grid-choices" ref={keepInView}>
      {choices.map((choice, index) => (
        <div
          key={choice}
          id={getChoiceElementId(id, index)}
          role="option"
          aria-selected={index === activeIndex}
          className="grid-choice"
          ref={(element) => {
            if (index === activeIndex) element?.scrollIntoView({ block: 'nearest' })
          }}
          onMouseDown={(event) => {
            event.preventDefault()
            onPick(choice)
          }}
        >
          {choice}
        </div>
      ))}
    </div>
  )
}
