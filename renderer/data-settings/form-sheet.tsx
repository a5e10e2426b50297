import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { useT } from '../i18n.ts'
import { describeProblem } from '../../shared/words/describe-problem.ts'
import { useSheetKeys } from '../shell/use-sheet-keys.ts'
import { Button } from '../ui/button.tsx'
import { SidePanel } from '../ui/side-panel.tsx'

interface FormSheetProps {
  title: string
  /** Of the button that saves. */
  saveLabel?: string
  /** False while what is entered cannot be saved; the fields say why. */
  canSave: boolean
  /** Null when it was saved. */
  onSave: () => Promise<CallProblem | null>
  onClose: () => void
  children: ReactNode
}

const isOneLineField = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement && (target.type === 'text' || target.inputMode === 'numeric')

/** A form at the right: Enter in a field saves it, Esc closes it. */
export function FormSheet({ title, saveLabel, canSave, onSave, onClose, children }: FormSheetProps) {
  const t = useT()
  const [problem, setProblem] = useState<CallProblem | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const form = useRef<HTMLDivElement>(null)

  const save = async () => {
    if (!canSave || isSaving) return
    setIsSaving(true)
    const refused = await onSave()
    setIsSaving(false)
    setProblem(refused)
    if (!refused) onClose()
  }
  useSheetKeys(() => void save(), onClose)

  // After the sheet has noted where the focus came from.
  useEffect(() => form.current?.querySelector<HTMLElement>('.ui-input, .ui-select-button')?.focus(), [])

  const onKeyDown = (event: KeyboardEvent) => {
    const isPlainEnter = event.key === 'Enter' && !event.defaultPrevented && !event.nativeEvent.isComposing
    if (!isPlainEnter || !isOneLineField(event.target)) return
    event.preventDefault()
    void save()
  }

  return (
    <SidePanel
      title={title}
      closeLabel={t('common.close')}
      onClose={onClose}
      footer={
        <>
          <Button shortcut="Esc" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            variant="primary"
            shortcut="Enter"
            isDisabled={!canSave || isSaving}
            onPress={() => void save()}
          >
            {saveLabel ?? t('data.save')}
          </Button>
        </>
      }
    >
      <div className="data-form" ref={form} onKeyDown={onKeyDown}>
        {children}
        <p role="alert" className="data-form-problem" hidden={problem === null}>
          {problem && describeProblem(problem, t)}
        </p>
      </div>
    </SidePanel>
  )
}
