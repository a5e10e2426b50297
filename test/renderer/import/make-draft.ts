import type { DraftSheet, DraftSummary } from '../../../shared/contract/outputs.ts'
import type { ColumnVerdict, LayoutColumn } from '../../../shared/domain/sheet/sheet-layout.ts'
import type { QueuedFile } from '../../../renderer/import/queued-file.ts'

const reasons = {
  known: { kind: 'heading-and-contents', passed: 30, of: 30 },
  confirm: { kind: 'heading-only' },
  extra: { kind: 'no-match' },
} as const

const makeColumn = (verdict: ColumnVerdict, index: number): LayoutColumn => ({
  index,
  heading: `heading ${index}`,
  field: verdict === 'extra' ? null : 'notes',
  verdict,
  reason: reasons[verdict],
})

/** A sheet whose columns have these verdicts, from the left. */
export const makeSheet = (index: number, verdicts: readonly ColumnVerdict[]): DraftSheet => ({
  index,
  name: `Sheet${index + 1}`,
  layout: {
    shape: 'per-shipment',
    headingRow: 2,
    columns: verdicts.map(makeColumn),
    facts: [],
    fingerprint: '',
    missing: [],
  },
  rows: 30,
  skipped: { blank: 0, totals: 0, held: 0 },
  notices: [],
  preview: [],
})

const countConfirm = (sheets: readonly DraftSheet[]): number =>
  sheets.flatMap(({ layout }) => layout.columns).filter(({ verdict }) => verdict === 'confirm').length

export function makeDraft(draft: Partial<DraftSummary> = {}): DraftSummary {
  const { sheets = [] } = draft
  return {
    draftId: 1,
    fileName: '宁波星野_1123.xlsx',
    verdict: 'known',
    problem: null,
    client: '宁波星野',
    encoding: null,
    encodings: [],
    sheets,
    questions: countConfirm(sheets),
    difference: null,
    history: null,
    problems: [],
    moreProblems: 0,
    clientQuestions: 0,
    candidates: [],
    corrections: 0,
    teachesAll: false,
    revisionOf: null,
    ...draft,
  }
}

export const makeFile = (draft: Partial<DraftSummary> = {}, isClientSettled = false): QueuedFile => ({
  key: `draft ${draft.draftId ?? 1}`,
  draft: makeDraft(draft),
  isClientSettled,
})
