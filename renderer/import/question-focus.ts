import { useEffect, useState } from 'react'
import { listQuestions, type Question, type QueuedFile } from './queued-file.ts'

export const clientFieldId = 'import-client'
export const encodingFieldId = 'import-encoding'
export const getChipId = (sheet: number, column: number): string => `import-chip-${sheet}-${column}`

function findQuestion(question: Question): HTMLElement | null {
  switch (question.kind) {
    case 'encoding':
      return document.querySelector<HTMLElement>(`#${encodingFieldId} button`)
    case 'client':
      return document.querySelector<HTMLElement>(`#${clientFieldId} input`)
    default:
      return document.getElementById(getChipId(question.sheet, question.column))
  }
}

const focusQuestion = (question: Question): void => {
  const element = findQuestion(question)
  element?.focus()
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** Puts the first open question of the sheet in view, without the focus. */
export const revealQuestion = (sheet: number, column: number): void =>
  document.getElementById(getChipId(sheet, column))?.scrollIntoView({ block: 'nearest', inline: 'nearest' })

/** Moves the focus to a file of the queue, so that the arrow keys go on from there. */
export const focusFile = (key: string): void =>
  document.querySelector<HTMLElement>(`.import-files [data-key="${CSS.escape(key)}"]`)?.focus()

/** The cursor of the queue goes along when another file is selected, unless the focus is somewhere else. */
export function followSelection(key: string): () => void {
  // The list draws a new file only after this moment.
  const frame = requestAnimationFrame(() => {
    const { activeElement } = document
    const isInQueue = activeElement === document.body || activeElement?.closest('.import-files') != null
    if (isInQueue) focusFile(key)
  })
  return () => cancelAnimationFrame(frame)
}

export interface QuestionFocus {
  /** Index of the sheet in view. */
  sheet: number
  showSheet: (sheet: number) => void
  /** Shows the question's sheet and puts the focus on it. */
  ask: (question: Question) => void
}

/** Which sheet is in view and which question has the focus; both begin anew with another file. */
export function useQuestionFocus(file: QueuedFile | undefined): QuestionFocus {
  const [view, setView] = useState<{ key: string | undefined; sheet: number } | null>(null)
  const [asked, setAsked] = useState<Question | null>(null)

  useEffect(() => {
    if (asked) focusQuestion(asked)
  }, [asked])

  const key = file?.key
  const showSheet = (sheet: number) => setView({ key, sheet })
  return {
    sheet: view !== null && view.key === key ? view.sheet : getFirstSheet(file),
    showSheet,
    ask: (question) => {
      if (question.kind === 'column') showSheet(question.sheet)
      setAsked({ ...question })
    },
  }
}

/** The sheet with the first question, else the first with a table. */
function getFirstSheet(file: QueuedFile | undefined): number {
  if (!file) return 0
  const { sheets } = file.draft
  const question = listQuestions(file).find(({ kind }) => kind === 'column')
  if (question?.kind === 'column') return question.sheet
  return (sheets.find(({ layout }) => layout.shape !== 'none') ?? sheets[0])?.index ?? 0
}
