import type { CallProblem, DraftSheet, DraftSummary } from '../../shared/contract/outputs.ts'
import {
  countQuestions as countQuestionRows,
  planReturnQuestions,
} from '../../shared/domain/return-questions.ts'
import { getCellShown } from '../../shared/domain/sheet/raw-cell.ts'
import type { CommandContext } from '../engine/context.ts'
import type { Draft, DraftContent, ReadSheet } from '../engine/draft-desk.ts'
import { findClientByName } from '../../db/client.ts'
import { listCorrections } from './teach-headings.ts'
import { proposeClientName } from './guess-client.ts'
import { planDraft } from './plan-draft.ts'

const listedProblems = 300
const listedChanges = 300

/** What a page shows of a draft: the raw sheet's first rows, columns with verdicts, what would change. */
export function summarizeDraft(context: CommandContext, draft: Draft): DraftSummary {
  const { content } = draft
  const candidates = draft.clientName === null ? (draft.candidates ?? []) : []
  const client = draft.clientName ?? candidates[0]?.client ?? proposeClientName(draft.fileName)
  const compared = content && client !== null ? compareDraft(context, draft, content, client) : null
  const difference = compared?.difference
  const questions = content ? countQuestions(draft) : 0
  return {
    draftId: draft.id,
    fileName: draft.fileName,
    verdict: getVerdict(context, draft, questions),
    problem: draft.problem ?? getContentProblem(draft),
    client,
    candidates,
    encoding: content?.encoding ?? null,
    sheets: content?.sheets.map(toSheet) ?? [],
    questions,
    corrections: content ? listCorrections(content, draft.choices).length : 0,
    teachesAll: draft.choices.teachesAll ?? false,
    revisionOf: compared?.revisionOf ?? null,
    difference: difference ? { ...difference, changes: difference.changes.slice(0, listedChanges) } : null,
    problems: content?.problems.slice(0, listedProblems) ?? [],
    moreProblems: Math.max(0, (content?.problems.length ?? 0) - listedProblems),
    clientQuestions: content ? countQuestionRows(planReturnQuestions(content.problems)) : 0,
  }
}

/** The difference, worked out again only when the file was read anew or the database has changed. */
function compareDraft(
  context: CommandContext,
  draft: Draft,
  content: DraftContent,
  client: string,
): NonNullable<Draft['compared']> {
  const { revision } = context.store
  const { compared } = draft
  if (compared?.content === content && compared.client === client && compared.revision === revision)
    return compared
  const { difference, revisionOf } = planDraft(context, content, client, draft.fileName, false)
  const earlier = revisionOf && { fileName: revisionOf.fileName, atMs: revisionOf.atMs }
  draft.compared = { content, client, revision, difference, revisionOf: earlier }
  return draft.compared
}

/** Columns somebody must look at before the file is imported. */
export function countQuestions({ content, choices }: Pick<Draft, 'content' | 'choices'>): number {
  if (!content || choices.acceptsAll) return 0
  return content.sheets.reduce(
    (sum, { layout }) =>
      layout.shape === 'none'
        ? sum
        : sum + layout.columns.filter((column) => column.verdict === 'confirm').length,
    0,
  )
}

function getVerdict(context: CommandContext, draft: Draft, questions: number): DraftSummary['verdict'] {
  if (draft.problem || !draft.content || !hasShipments(draft.content)) return 'refused'
  if (draft.clientName === null || !findClientByName(context.store, draft.clientName)) return 'new'
  return questions > 0 ? 'confirm' : 'known'
}

export const hasShipments = (content: DraftContent): boolean => content.shipments.length > 0

const getContentProblem = ({ content, fileName }: Draft): CallProblem | null =>
  content && !hasShipments(content) ? { kind: 'nothing-to-import', fileName } : null

const toSheet = (sheet: ReadSheet): DraftSheet => ({
  index: sheet.index,
  name: sheet.info.name,
  layout: sheet.layout,
  rows: sheet.rows,
  skipped: sheet.skipped,
  preview: sheet.preview.map((row) => ({ row: row.row, cells: row.cells.map(getCellShown) })),
})
