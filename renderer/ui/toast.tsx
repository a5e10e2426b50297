import { CircleCheck, Info, OctagonX, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, ToolButton } from './button.tsx'
import './toast.css'

export type ToastTone = 'done' | 'info' | 'problem'

interface ToastProps {
  tone: ToastTone
  children: ReactNode
  /** One thing to do about it, usually to undo it. */
  action?: { label: string; shortcut?: string | undefined; onPress: () => void } | undefined
  closeLabel: string
  onClose: () => void
}

const icons = { done: CircleCheck, info: Info, problem: OctagonX }

/**
 * One line above the status line. It takes room of its own, so it never covers what has the focus, and it stays until it
 * is closed or replaced. Say it aloud through `LiveRegion`.
 */
export function Toast({ tone, children, action, closeLabel, onClose }: ToastProps) {
  const Icon = icons[tone]
  return (
    <div className="ui-toast" data-tone={tone}>
      <Icon aria-hidden />
      <div className="ui-toast-text">{children}</div>
      {action && (
        <Button shortcut={action.shortcut} onPress={action.onPress}>
          {action.label}
        </Button>
      )}
      <ToolButton icon={<X aria-hidden />} label={closeLabel} onPress={onClose} />
    </div>
  )
}
