import { useState } from 'react'
import type { DraftSummary } from '../../shared/contract/outputs.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import { useT } from '../i18n.ts'
import { useAnswer } from '../lists/use-answer.ts'
import { ComboBox } from '../ui/combo-box.tsx'
import { clientFieldId } from './question-focus.ts'
import type { QueuedFile } from './queued-file.ts'

/** Who it may be and what says so, where two things disagree or only the layout speaks. */
function describeProposal({ candidates }: DraftSummary, t: Translate): string {
  if (candidates.length === 0) return t('import.file.clientConfirm')
  const who = candidates.map(({ client, source }) =>
    t('import.file.candidate', { client, source: t(`import.file.source.${source}`) }),
  )
  return t('import.file.clientDoubt', { who: who.join(t('import.file.orCandidate')) })
}

interface ClientFieldProps {
  file: QueuedFile
  onSettle: (client: string) => void
}

/** Whose file it is: a client on file, or a new name; Enter also confirms the name that is proposed. */
export function ClientField({ file: { draft, isClientSettled }, onSettle }: ClientFieldProps) {
  const t = useT()
  const clients = useAnswer('client.list', {}).value?.clients ?? []
  const [text, setText] = useState(draft.client ?? '')

  const name = text.trim()
  const isNew = name !== '' && !clients.some((client) => client.name === name)
  const isProposal = draft.verdict === 'new' && !isClientSettled
  const hint = isProposal ? describeProposal(draft, t) : isNew ? t('import.file.clientNew') : undefined
  const settle = (client: string) => {
    if (client !== '' && (isProposal || client !== draft.client)) onSettle(client)
  }

  return (
    <div
      id={clientFieldId}
      className="import-client"
      onKeyDown={(event) => {
        // The list takes Enter for itself while one of its options is lit.
        if (event.key === 'Enter' && !event.defaultPrevented && !event.nativeEvent.isComposing) settle(name)
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget) && name !== draft.client) settle(name)
      }}
    >
      <ComboBox
        label={t('import.file.client')}
        options={clients.map((client) => ({ id: client.name, label: client.name }))}
        selectedId={draft.client ?? undefined}
        onSelect={settle}
        text={text}
        onTextChange={setText}
        allowsOwnText
        placeholder={t('import.file.clientHint')}
        hint={hint}
      />
    </div>
  )
}
