import './key-hint.css'

interface KeyHintProps {
  /** As people write it: "Ctrl+O", "F6". */
  keys: string
}

/** A key beside a command. Hidden from assistive technology, which hears it through `aria-keyshortcuts`. */
export function KeyHint({ keys }: KeyHintProps) {
  return (
    <kbd className="ui-key-hint" aria-hidden>
      {keys}
    </kbd>
  )
}

/** "Ctrl+O" the way `aria-keyshortcuts` wants it. */
export const getAriaKeys = (keys: string | undefined): string | undefined => keys?.replace('Ctrl', 'Control')
