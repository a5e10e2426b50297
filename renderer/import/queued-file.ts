import type { DraftSummary } from '../../shared/contract/outputs.ts'

/** A file in the queue: a draft the engine keeps, or one it refused, which only the queue still knows. */
export interface QueuedFile {
  key: string
  draft: DraftSummary
  /** The dispatcher has said whose file it is; before, the client of a new file is only a proposal. */
  isClientSettled: boolean
}

/** Refused files have no draft (its id is 0); their name tells them apart. */
const getKey = ({ draftId, fileName }: DraftSummary): string =>
  draftId === 0 ? `refused ${fileName}` : `draft ${draftId}`

/** The queue with these drafts as they are now; new ones come last. */
export function mergeFiles(
  files: readonly QueuedFile[],
  drafts: readonly DraftSummary[],
): readonly QueuedFile[] {
  const merged = new Map(files.map((file) => [file.key, file]))
  for (const draft of drafts) {
    const key = getKey(draft)
    merged.set(key, { key, draft, isClientSettled: merged.get(key)?.isClientSettled ?? false })
  }
  return [...merged.values()]
}

/** Something only the dispatcher can say. `sheet` and `column` are indexes in the file. */
export type Question =
  { kind: 'encoding' } | { kind: 'client' } | { kind: 'column'; sheet: number; column: number }

/** A text that no encoding fits: what it says is not known before one is chosen. */
export const asksEncoding = ({ problem, encodings }: DraftSummary): boolean =>
  encodings.length > 0 && problem?.kind === 'file-refused' && problem.problem.kind === 'unknown-encoding'

/** In the order in which they are asked: how to read it, whose file it is, then each doubtful column. */
export function listQuestions({ draft, isClientSettled }: QueuedFile): Question[] {
  if (asksEncoding(draft)) return [{ kind: 'encoding' }]
  if (draft.verdict === 'refused' || draft.verdict === 'same-file') return []
  const columns =
    draft.questions === 0
      ? []
      : draft.sheets.flatMap(({ index: sheet, layout }) =>
          (layout.shape === 'none' ? [] : layout.columns)
            .filter(({ verdict }) => verdict === 'confirm')
            .map(({ index: column }): Question => ({ kind: 'column', sheet, column })),
        )
  return draft.verdict === 'new' && !isClientSettled ? [{ kind: 'client' }, ...columns] : columns
}

export const countSheetQuestions = (file: QueuedFile, sheet: number): number =>
  listQuestions(file).filter((question) => question.kind === 'column' && question.sheet === sheet).length

const isAfter = (question: Question, answered: Question): boolean =>
  answered.kind !== 'column' ||
  (question.kind === 'column' &&
    (question.sheet > answered.sheet ||
      (question.sheet === answered.sheet && question.column > answered.column)))

/** The question after the one just answered, from the start again if there is none behind it. */
export function findNextQuestion(file: QueuedFile, answered: Question): Question | undefined {
  const open = listQuestions(file)
  return open.find((question) => isAfter(question, answered)) ?? open[0]
}

export const isReadyToCommit = (file: QueuedFile): boolean =>
  file.draft.verdict !== 'refused' && file.draft.verdict !== 'same-file' && listQuestions(file).length === 0

/** Waits for the dispatcher: neither ready nor beyond help. */
export const isWaiting = (file: QueuedFile): boolean => listQuestions(file).length > 0

/** The first file that waits for an answer, else the first. */
export const findFirstWaiting = (files: readonly QueuedFile[]): QueuedFile | undefined =>
  files.find(isWaiting) ?? files[0]

/** The next waiting file after this one, round the end of the queue. */
export function findNextWaiting(files: readonly QueuedFile[], afterKey: string): QueuedFile | undefined {
  const index = files.findIndex(({ key }) => key === afterKey)
  return [...files.slice(index + 1), ...files.slice(0, index)].find(isWaiting)
}
