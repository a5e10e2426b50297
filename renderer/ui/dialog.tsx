import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import './dialog.css'

interface DialogProps {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** The buttons, the main one last. */
  actions?: ReactNode
  size?: 'small' | 'medium' | 'large' | undefined
  /** Something must be answered: a click outside does not close it. */
  isQuestion?: boolean | undefined
}

export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  actions,
  size = 'small',
  isQuestion = false,
}: DialogProps) {
  return (
    <ModalOverlay
      className="ui-veil"
      isOpen={isOpen}
      isDismissable={!isQuestion}
      onOpenChange={(isStillOpen) => {
        if (!isStillOpen) onClose()
      }}
    >
      <Modal className="ui-modal" data-size={size}>
        <AriaDialog className="ui-dialog" role={isQuestion ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" level={2} className="ui-dialog-title">
            {title}
          </Heading>
          <div className="ui-dialog-body">{children}</div>
          {actions !== undefined && <div className="ui-dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
