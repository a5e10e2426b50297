import { FileInput } from 'lucide-react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import './import.css'
import type { DraftSummary } from '../../shared/contract/outputs.ts'
import { useFormats, useT } from '../i18n.ts'
import { useCommand } from '../shell/commands.ts'
import { cancelJob } from '../shell/jobs.ts'
import { goTo } from '../shell/navigation.ts'
import { showToast } from '../shell/toasts.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { DraftOutcome } from './draft-outcome.tsx'
import { findNextQuestion, findNextWaiting, listQuestions, type Question } from './draft-questions.ts'
import { type Answer, DraftView } from './draft-view.tsx'
import { FileQueue } from './file-queue.tsx'
import { ImportFoot } from './import-foot.tsx'
import { ImportResult } from './import-result.tsx'
import {
  commitDrafts,
  discardDraft,
  loadDrafts,
  pickFiles,
  selectDraft,
  settleDraft,
  useImport,
} from './import-store.ts'
import { focusFile, useQuestionFocus } from './question-focus.ts'
import { sumImports } from './sum-imports.ts'

export function ImportScreen() {
  const t = useT()
  const { number } = useFormats()
  const { drafts, selectedId, work, result } = useImport()
  const draft = drafts.find(({ draftId }) => draftId === selectedId)
  const { sheet, showSheet, ask } = useQuestionFocus(draft)
  const [said, setSaid] = useState('')

  useEffect(() => void loadDrafts(), [])
  useEffect(() => {
    if (selectedId !== null && document.activeElement === document.body) focusFile(selectedId)
  }, [selectedId])
  useCommand('import', () => void pickFiles())

  /** True when the file asked something and the focus went there. */
  const enterFile = (draftId: number): boolean => {
    const entered = drafts.find((each) => each.draftId === draftId)
    const question = entered && listQuestions(entered)[0]
    if (!question) return false
    selectDraft(draftId)
    ask(question)
    return true
  }

  const leaveFile = (settled: DraftSummary) => {
    setSaid(t('import.said.allAnswered', { file: settled.fileName }))
    const next = findNextWaiting(drafts, settled.draftId) ?? settled
    selectDraft(next.draftId)
    focusFile(next.draftId)
  }

  const answerQuestion = async (draftId: number, question: Question, answer: Answer) => {
    const settled = await settleDraft({ draftId, ...answer })
    if (!settled) return
    const next = findNextQuestion(settled, question)
    if (next) ask(next)
    else leaveFile(settled)
  }

  const acceptAll = async (draftId: number) => {
    const settled = await settleDraft({ draftId, acceptsAll: true })
    const next = settled && listQuestions(settled)[0]
    if (next) ask(next)
    else if (settled) leaveFile(settled)
  }

  const commit = async () => {
    const stored = await commitDrafts()
    if (!stored || stored.imports.length === 0) return
    const { shipments, boxes } = sumImports(stored.imports)
    const text = t('import.said.committed', { shipments: number(shipments), boxes: number(boxes) })
    showToast({ tone: 'done', text, action: 'undo' })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void commit()
    else if (event.key === 'Escape') goBack(event.target)
    else return
    event.preventDefault()
  }

  /** Stops the work, else goes from the file to the queue and from there to the shipments; drafts stay. */
  const goBack = (from: EventTarget) => {
    if (work !== null && cancelJob()) return
    const isInQueue = from instanceof Element && from.closest('.import-queue') !== null
    if (isInQueue || selectedId === null || result !== null) goTo('shipments')
    else focusFile(selectedId)
  }

  if (drafts.length === 0 && result === null)
    return (
      <EmptyState
        icon={<FileInput aria-hidden />}
        actions={
          <Button autoFocus variant="primary" shortcut="Ctrl+O" onPress={() => void pickFiles()}>
            {t('import.pick')}
          </Button>
        }
      >
        {t(work === 'opening' ? 'import.opening' : 'import.empty')}
      </EmptyState>
    )
  return (
    <div className="import-screen" onKeyDown={onKeyDown}>
      <div role="status" className="ui-visually-hidden">
        {said}
      </div>
      <div className="import-main">
        <FileQueue
          drafts={drafts}
          selectedId={result === null ? selectedId : null}
          isOpening={work === 'opening'}
          onEnter={enterFile}
          onRemove={(draftId) => void discardDraft(draftId)}
        />
        {result !== null ? (
          <ImportResult result={result} />
        ) : (
          draft && (
            <>
              <DraftView
                key={draft.draftId}
                draft={draft}
                sheet={sheet}
                onSheet={showSheet}
                onAnswer={(question, answer) => void answerQuestion(draft.draftId, question, answer)}
                onRemove={() => void discardDraft(draft.draftId)}
              />
              <DraftOutcome draft={draft} />
            </>
          )
        )}
      </div>
      <ImportFoot
        drafts={drafts}
        draft={result === null ? draft : undefined}
        work={work}
        onAcceptAll={(draftId) => void acceptAll(draftId)}
        onCommit={() => void commit()}
      />
    </div>
  )
}
