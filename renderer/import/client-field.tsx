import { useEffect, useState } from 'react'
import type { ClientView, DraftSummary } from '../../shared/contract/outputs.ts'
import { useT } from '../i18n.ts'
import { call } from '../shell/ask.ts'
import { ComboBox } from '../ui/combo-box.tsx'
import { clientFieldId } from './question-focus.ts'

interface ClientFieldProps {
  draft: DraftSummary
  onSettle: (client: string) => void
}

/** Whose file it is: a client on file, or a new name confirmed with Enter. */
export function ClientField({ draft, onSettle }: ClientFieldProps) {
  const t = useT()
  const clients = useClients()
  const [text, setText] = useState(draft.client ?? '')

  const name = text.trim()
  const isNew = name !== '' && !clients.some((client) => client.name === name)
  const settle = (client: string) => {
    if (client !== '' && client !== draft.client) onSettle(client)
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
        if (!event.currentTarget.contains(event.relatedTarget)) settle(name)
      }}
    >
      <ComboBox
        label={t('import.file.client')}
        options={clients.map((client) => ({ id: client.name, label: client.name }))}
        text={text}
        onTextChange={setText}
        onSelect={(client) => {
          setText(client)
          settle(client)
        }}
        allowsOwnText
        placeholder={t('import.file.clientHint')}
        hint={isNew ? t('import.file.clientNew') : undefined}
      />
    </div>
  )
}

function useClients(): readonly ClientView[] {
  const [clients, setClients] = useState<readonly ClientView[]>([])
  useEffect(() => {
    let isCurrent = true
    void call('client.list', {}).then((answer) => {
      if (isCurrent && answer.ok) setClients(answer.value.clients)
    })
    return () => {
      isCurrent = false
    }
  }, [])
  return clients
}
