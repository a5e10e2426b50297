import type { CallProblem, DraftSheet, DraftSummary } from '../../shared/contract/outputs.ts'
import {
  countQuestions as countQuestionRows,
  planReturnQuestions,
} from '../../shared/domain/return-questions.ts'
import { getCellShown } from '../../shared/domain/sheet/raw-cell.ts'
import { isForeignShape } from '../../shared/domain/sheet/sheet-layout.ts'
import type { ReadTable } from '../../shared/domain/sheet/sheet-reader.ts'
import type { CommandContext } from '../engine/context.ts'
import type { Draft, DraftContent } from '../engine/draft-desk.ts'
import { findClientByName } from '../../db/client.ts'
import { listCorrections } from './teach-headings.ts'
import { proposeClientName } from './guess-client.ts'
import { toHistoryView } from './history-view.ts'
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
  const questions = content ? countQuestions(draft) : asksEncoding(draft) ? 1 : 0
  return {
    draftId: draft.id,
    fileName: draft.fileName,
    verdict: getVerdict(context, draft, questions),
    problem: draft.problem ?? getContentProblem(draft),
    client,
    candidates,
    encoding: content?.encoding ?? null,
    encodings: draft.encodings,
    sheets: content ? listAskedTables(content.sheets).map((table) => toSheet(table, content.sheets)) : [],
    questions,
    corrections: content ? listCorrections(content, draft.choices).length : 0,
    teachesAll: draft.choices.teachesAll ?? false,
    revisionOf: compared?.revisionOf ?? null,
    history: draft.choices.isHistory ? toHistoryView(context.store, compared?.usedNumbers ?? []) : null,
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
  const isHistory = draft.choices.isHistory ?? false
  const isSame = compared?.content === content && compared.client === client
  if (isSame && compared.revision === revision && compared.isHistory === isHistory) return compared
  const plan = planDraft(context, content, client, draft.fileName, { overwritesTyped: false, isHistory })
  const { difference, revisionOf, usedNumbers } = plan
  const earlier = revisionOf && { fileName: revisionOf.fileName, atMs: revisionOf.atMs }
  draft.compared = { content, client, revision, isHistory, difference, usedNumbers, revisionOf: earlier }
  return draft.compared
}

/** Columns somebody must look at before the file is imported. */
export function countQuestions({ content, choices }: Pick<Draft, 'content' | 'choices'>): number {
  if (!content || choices.acceptsAll) return 0
  return listAskedTables(content.sheets).reduce(
    (sum, { layout }) =>
      layout.shape === 'none'
        ? sum
        : sum + layout.columns.filter((column) => column.verdict === 'confirm').length,
    0,
  )
}

/** Of blocks of one sheet with the same headings only the first is shown and asked about. */
function listAskedTables(tables: readonly ReadTable[]): ReadTable[] {
  const isFirst = (table: ReadTable): boolean => tables.find((other) => isSameBlock(other, table)) === table
  return tables.filter(isFirst)
}

const isSameBlock = (one: ReadTable, other: ReadTable): boolean =>
  one.info === other.info &&
  one.layout.fingerprint === other.layout.fingerprint &&
  one.layout.shape === other.layout.shape

function getVerdict(context: CommandContext, draft: Draft, questions: number): DraftSummary['verdict'] {
  if (asksEncoding(draft)) return 'confirm'
  if (draft.problem || !draft.content || !hasShipments(draft.content)) return 'refused'
  if (draft.clientName === null || !findClientByName(context.store, draft.clientName)) return 'new'
  return questions > 0 ? 'confirm' : 'known'
}

/** The file is a text whose encoding only somebody who can read it knows. */
const asksEncoding = ({ problem, encodings }: Draft): boolean =>
  problem?.kind === 'file-refused' && problem.problem.kind === 'unknown-encoding' && encodings.length > 0

export const hasShipments = (content: DraftContent): boolean => content.shipments.length > 0

/** Why a readable file gives no shipments: it is another kind of file, or it holds none. */
function getContentProblem({ content, fileName }: Draft): CallProblem | null {
  if (!content || hasShipments(content)) return null
  const shape = content.sheets.map(({ layout }) => layout.shape).find(isForeignShape)
  return shape ? { kind: 'known-file', fileName, shape } : { kind: 'nothing-to-import', fileName }
}

/** A table as a page shows it, with the rows of the blocks that are like it. */
function toSheet(table: ReadTable, all: readonly ReadTable[]): DraftSheet {
  const blocks = all.filter((other) => isSameBlock(table, other))
  const sum = (count: (block: ReadTable) => number) =>
    blocks.reduce((total, block) => total + count(block), 0)
  return {
    index: table.index,
    name: table.info.name,
    layout: table.layout,
    notices: table.notices,
    rows: sum(({ rows }) => rows),
    skipped: {
      blank: sum(({ skipped }) => skipped.blank),
      totals: sum(({ skipped }) => skipped.totals),
      held: sum(({ skipped }) => skipped.held),
    },
    preview: table.preview.map((row) => ({ row: row.row, cells: row.cells.map(getCellShown) })),
  }
}
