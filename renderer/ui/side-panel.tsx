import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useId, useRef } from 'react'
import { ToolButton } from './button.tsx'
import './side-panel.css'

interface SidePanelProps {
  title: string
  closeLabel: string
  onClose: () => void
  children: ReactNode
  /** Stays in view below the content: buttons, totals. */
  footer?: ReactNode
  /** Keep the focus where it is, as for details that follow the cursor of a grid. */
  keepsFocus?: boolean | undefined
}

/** A sheet of 480 px at the right. It is no dialog: what stands beside it stays live. */
export function SidePanel({ title, closeLabel, onClose, children, footer, keepsFocus }: SidePanelProps) {
  const titleId = useId()
  const panel = useRef<HTMLElement>(null)

  // Only opening and closing move the focus.
  const takeFocus = useEffectEvent(() => {
    const element = panel.current!
    const opener = document.activeElement
    if (!keepsFocus && !element.contains(opener)) element.focus()
    return () => {
      const isFocusLost = document.activeElement === null || document.activeElement === document.body
      const isInside = element.contains(document.activeElement)
      if ((isFocusLost || isInside) && opener instanceof HTMLElement) opener.focus()
    }
  })
  useEffect(() => takeFocus(), [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
    event.preventDefault()
    onClose()
  }

  return (
    <section
      ref={panel}
      className="ui-side-panel"
      aria-labelledby={titleId}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header className="ui-side-panel-header">
        <h2 id={titleId}>{title}</h2>
        <ToolButton icon={<X aria-hidden />} label={closeLabel} shortcut="Esc" onPress={onClose} />
      </header>
      <div className="ui-side-panel-body">{children}</div>
      {footer !== undefined && <footer className="ui-side-panel-footer">{footer}</footer>}
    </section>
  )
}
