import { FolderOpen, Undo2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ExportResult } from '../../shared/contract/outputs.ts'
import { getBridge, newOpId } from '../api.ts'
import { useFormats, useT } from '../i18n.ts'
import { useAnswer } from '../lists/use-answer.ts'
import { describeProblem } from '../../shared/words/describe-problem.ts'
import { useAppStore } from '../shell/app-state.ts'
import { ask } from '../shell/ask.ts'
import { useCommand } from '../shell/commands.ts'
import { showToast } from '../shell/toasts.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { ExportPlanView } from './export-plan-view.tsx'
import { ExportResultView } from './export-result-view.tsx'

const allClients = ''

/** The plan of an export, then what was written. F9 shows the plan first and writes when it is in view. */
export function ExportPanel({ clients }: { clients: readonly string[] }) {
  const t = useT()
  const { number } = useFormats()
  const [client, setClient] = useState(allClients)
  const [folder, setFolder] = useState<string | null>(null)
  const [result, setResult] = useState<ExportResult | null>(null)
  const [isWriting, setIsWriting] = useState(false)
  const scope = client === allClients ? {} : { client }
  const { value: plan, problem, isCurrent } = useAnswer('export.plan', scope)
  const write = useRef<HTMLDivElement>(null)
  const isReady = isCurrent && plan !== null && plan.ready > 0 && !isWriting && result === null

  useEffect(() => {
    if (isReady) write.current?.querySelector('button')?.focus()
  }, [isReady])

  const run = async () => {
    if (!isReady) return
    setIsWriting(true)
    const answer = await ask('export.run', { opId: newOpId(), ...scope, ...(folder ? { folder } : {}) })
    setIsWriting(false)
    if (!answer.ok) return
    setResult(answer.value)
    setFolder(null)
    const { shipments, files } = answer.value
    const text = t('checkExport.result.said', { shipments: number(shipments), files: number(files) })
    showToast({ tone: 'done', text })
  }
  useCommand('export', () => {
    if (result) setResult(null)
    else void run()
  })

  if (result) return <ExportResultView result={result} onClose={() => setResult(null)} />
  return (
    <>
      <div className="export-body">
        <h2>{t('checkExport.plan.title')}</h2>
        <Select
          label={t('checkExport.plan.scope')}
          options={[
            { id: allClients, label: t('checkExport.plan.allClients') },
            ...clients.map((name) => ({ id: name, label: name })),
          ]}
          selectedId={client}
          onSelect={setClient}
        />
        <ExportFolder name={plan?.folderName ?? ''} chosen={folder} onChoose={setFolder} />
        {problem && <p className="export-problem">{describeProblem(problem, t)}</p>}
        {plan ? <ExportPlanView plan={plan} /> : !problem && <p>{t('checkExport.plan.reading')}</p>}
      </div>
      <div className="export-actions" ref={write}>
        <Button variant="primary" shortcut="F9" isDisabled={!isReady} onPress={() => void run()}>
          {isWriting
            ? t('checkExport.plan.writing')
            : t('checkExport.plan.write', { count: plan?.ready ?? 0 })}
        </Button>
      </div>
    </>
  )
}

interface ExportFolderProps {
  /** The folder's name under the default one. */
  name: string
  /** Token of a folder the user chose; its path stays with the door. */
  chosen: string | null
  onChoose: (folder: string | null) => void
}

function ExportFolder({ name, chosen, onChoose }: ExportFolderProps) {
  const t = useT()
  const app = useAppStore((store) => store.app)
  const pick = async () => {
    const folder = await getBridge().pickFolder()
    if (folder !== null) onChoose(folder)
  }
  return (
    <div className="export-folder">
      <span className="ui-field-label">{t('checkExport.plan.folder')}</span>
      <span className="export-path">
        {chosen === null ? formatPath(app?.exportFolder ?? '', name) : t('checkExport.plan.chosenFolder')}
      </span>
      {app?.canPickFolder === false && <span className="check-note">{t('checkExport.plan.asZip')}</span>}
      {app?.canPickFolder && (
        <Button variant="quiet" icon={<FolderOpen aria-hidden />} onPress={() => void pick()}>
          {t('checkExport.plan.chooseFolder')}
        </Button>
      )}
      {chosen !== null && (
        <Button variant="quiet" icon={<Undo2 aria-hidden />} onPress={() => onChoose(null)}>
          {t('checkExport.plan.defaultFolder')}
        </Button>
      )}
    </div>
  )
}

/** Joined the way the folder itself is written. */
const formatPath = (folder: string, name: string): string =>
  `${folder}${folder.includes('\\') ? '\\' : '/'}${name}`
