import { FileInput } from 'lucide-react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import './import.css'
import { useFormats, useT } from '../i18n.ts'
import { useAppStore } from '../shell/app-state.ts'
import { useCommand } from '../shell/commands.ts'
import { cancelJob } from '../shell/jobs.ts'
import { goTo } from '../shell/navigation.ts'
import { showToast } from '../shell/toasts.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { DraftOutcome } from './draft-outcome.tsx'
import { type Answer, DraftView } from './draft-view.tsx'
import { FileQueue } from './file-queue.tsx'
import { ImportFoot } from './import-foot.tsx'
import { ImportResult } from './import-result.tsx'
import {
  commitFiles,
  markSeen,
  pickFiles,
  removeFile,
  selectFile,
  settleFile,
  showWorkspace,
  useImport,
} from './import-store.ts'
import { focusFile, followSelection, useQuestionFocus } from './question-focus.ts'
import {
  findNextQuestion,
  findNextWaiting,
  listQuestions,
  type Question,
  type QueuedFile,
} from './queued-file.ts'
import { returnFile } from './return-file.ts'
import { sumImports } from './sum-imports.ts'

export function ImportScreen() {
  const t = useT()
  const { number } = useFormats()
  const { workspace, files, selectedKey, work, result } = useImport()
  const current = useAppStore((store) => store.app?.workspace ?? null)
  const file = files.find(({ key }) => key === selectedKey)
  const { sheet, showSheet, ask } = useQuestionFocus(file)
  const [said, setSaid] = useState('')

  useEffect(() => {
    if (current !== null) void showWorkspace(current)
  }, [current])
  useEffect(markSeen, [])
  useEffect(() => (selectedKey === null ? undefined : followSelection(selectedKey)), [selectedKey])
  useCommand('import', () => void pickFiles())
  useCommand('returnToClient', () => {
    if (file && file.draft.clientQuestions > 0) void returnFile(file.draft.draftId, t)
  })

  const enterFile = (key: string): boolean => {
    const entered = files.find((each) => each.key === key)
    const [question] = entered ? listQuestions(entered) : []
    if (!question) return false
    selectFile(key)
    ask(question)
    return true
  }

  const goOn = (settled: QueuedFile | null, findNext: (file: QueuedFile) => Question | undefined) => {
    if (!settled) return
    const question = findNext(settled)
    if (question) {
      ask(question)
      return
    }
    setSaid(t('import.said.allAnswered', { file: settled.draft.fileName }))
    const { key } = findNextWaiting(files, settled.key) ?? settled
    selectFile(key)
    focusFile(key)
  }

  const answerQuestion = async (key: string, question: Question, answer: Answer) => {
    const settled = await settleFile(key, answer)
    // What an encoding makes of the file is looked at before anything else.
    const isLookedAt = question.kind === 'encoding' && settled !== null && listQuestions(settled).length === 0
    if (!isLookedAt) goOn(settled, (answered) => findNextQuestion(answered, question))
  }

  const acceptAll = async (key: string) =>
    goOn(await settleFile(key, { acceptsAll: true }), (settled) => listQuestions(settled)[0])

  const commit = async () => {
    const stored = await commitFiles()
    if (!stored || stored.imports.length === 0) return
    const { shipments, boxes } = sumImports(stored.imports)
    const text = t('import.said.committed', { shipments: number(shipments), boxes: number(boxes) })
    showToast({ tone: 'done', text, action: 'undo' })
  }

  /** Stops the work, else goes from the file to the queue and from there to the shipments; drafts stay. */
  const goBack = (from: EventTarget) => {
    if (work !== null && cancelJob()) return
    const isInQueue = from instanceof Element && from.closest('.import-queue') !== null
    if (isInQueue || selectedKey === null || result !== null) goTo('shipments')
    else focusFile(selectedKey)
  }

  /** Before the lists and fields, which take every Enter for theirs. */
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const isCommit = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (!isCommit || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    void commit()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
    event.preventDefault()
    goBack(event.target)
  }

  const isReading = work === 'opening' || workspace !== current
  if (files.length === 0 && result === null)
    return (
      <EmptyState
        icon={<FileInput aria-hidden />}
        actions={
          !isReading && (
            <Button autoFocus variant="primary" shortcut="Ctrl+O" onPress={() => void pickFiles()}>
              {t('import.pick')}
            </Button>
          )
        }
      >
        {t(isReading ? 'import.opening' : 'import.empty')}
      </EmptyState>
    )
  return (
    <div className="import-screen" onKeyDown={onKeyDown} onKeyDownCapture={onKeyDownCapture}>
      <div role="status" className="ui-visually-hidden">
        {said}
      </div>
      <div className="import-main">
        <FileQueue
          files={files}
          selectedKey={result === null ? selectedKey : null}
          isOpening={work === 'opening'}
          onEnter={enterFile}
        />
        {result !== null && <ImportResult result={result} />}
        {result === null && file && (
          <>
            <DraftView
              key={file.key}
              file={file}
              sheet={sheet}
              onSheet={showSheet}
              onAnswer={(question, answer) => void answerQuestion(file.key, question, answer)}
              onRemove={() => void removeFile(file.key)}
            />
            <DraftOutcome file={file} />
          </>
        )}
      </div>
      {files.length > 0 && (
        <ImportFoot
          files={files}
          file={result === null ? file : undefined}
          work={work}
          onAcceptAll={(key) => void acceptAll(key)}
          onCommit={() => void commit()}
        />
      )}
    </div>
  )
}
