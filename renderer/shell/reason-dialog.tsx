import { useState } from 'react'
import './reason-dialog.css'
import { useT } from '../i18n.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useReasonQuestion } from './ask-reason.ts'

/** Why something goes against a rule: Enter confirms, Esc leaves all as it was. */
export function ReasonDialog() {
  const question = useReasonQuestion((store) => store.question)
  // Each question starts with an empty field.
  return question && <ReasonForm key={question.what} {...question} />
}

interface ReasonFormProps {
  title: string
  what: string
  hint: string
  answer: (reason: string | null) => void
}

function ReasonForm({ title, what, hint, answer }: ReasonFormProps) {
  const t = useT()
  const [reason, setReason] = useState('')
  const text = reason.trim()
  const confirm = () => {
    if (text !== '') answer(text)
  }
  return (
    <Dialog
      isOpen
      isQuestion
      title={title}
      onClose={() => answer(null)}
      actions={
        <>
          <Button shortcut="Esc" onPress={() => answer(null)}>
            {t('rules.ask.keep')}
          </Button>
          <Button variant="primary" shortcut="Enter" isDisabled={text === ''} onPress={confirm}>
            {t('rules.ask.confirm')}
          </Button>
        </>
      }
    >
      <p className="reason-what">{what}</p>
      <TextField
        autoFocus
        isRequired
        label={t('rules.ask.reason')}
        hint={hint}
        value={reason}
        onChange={setReason}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          confirm()
        }}
      />
    </Dialog>
  )
}
