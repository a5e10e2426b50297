import { applyChange, getDoneOperation, type ChangeRequest, type PlannedChange } from '../../db/change-log.ts'
import { findClientByName } from '../../db/client.ts'
import { deleteDraftRecord, getStandingImport, insertImport } from '../../db/imports.ts'
import { takeRowIds } from '../../db/row-ids.ts'
import type { Store } from '../../db/store.ts'
import type { CallProblem, CommittedImport } from '../../shared/contract/outputs.ts'
import type { CellChange, RowInserts } from '../../shared/domain/patch.ts'
import type { LayoutColumn } from '../../shared/domain/sheet/sheet-layout.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CommandContext, Handler } from '../engine/context.ts'
import type { Draft, DraftContent } from '../engine/draft-desk.ts'
import { toRequest } from './change-request.ts'
import { toHistoryView } from './history-view.ts'
import { learnNumbers } from './learn-numbers.ts'
import { readDraftOnce } from './open-file.ts'
import { storeReissue } from './reissue.ts'
import { planAccounts } from './plan-accounts.ts'
import { listMarketplaces, planDraft } from './plan-draft.ts'
import { planLayouts } from './plan-layouts.ts'
import { planTemplates } from './plan-templates.ts'
import { listCorrections, planTeaching } from './teach-headings.ts'
import { countQuestions, hasShipments } from './summarize-draft.ts'

interface StoredImport extends CommittedImport {
  /** Pairs of old and new ID that the file names. */
  reissues: { from: string; to: string }[]
}

/** Imports drafts, each as a change of its own, undone together; one that cannot be imported stops no other. */
export const commitImports: Handler<'import.commit'> = (context, { opId, draftIds, overwritesTyped }) =>
  context.runJob('import', async (report) => {
    const imports: StoredImport[] = []
    const refused: CallProblem[] = []
    const failed: { draftId: number; fileName: string; problem: CallProblem }[] = []
    try {
      for (const [position, draftId] of draftIds.entries()) {
        report.progress('commit', position, draftIds.length)
        const draft = context.drafts.get(draftId)
        const committed = report.signal.aborted
          ? fail({ kind: 'cancelled' } as const)
          : draft
            ? await commitDraft(context, draft, opId, overwritesTyped)
            : getCommitted(context.store, opId, draftId)
        if (committed.ok) {
          imports.push(committed.value)
          refused.push(...reissueAll(context, opId, committed.value))
        } else failed.push({ draftId, fileName: draft?.fileName ?? '', problem: committed.problem })
        // Lets a cancel or another call in between two files.
        await new Promise(setImmediate)
      }
    } finally {
      if (imports.length > 0) {
        context.index.refresh('all')
        context.emit('changed', { shipments: 'all', lists: true })
      }
    }
    return ok({ imports: imports.map(toCounts), failed, refused })
  })

const toCounts = ({
  draftId,
  shipments,
  boxes,
  changed,
  problems,
  history,
}: StoredImport): CommittedImport => ({
  draftId,
  shipments,
  boxes,
  changed,
  problems,
  ...(history ? { history } : {}),
})

/** Part of the same gesture as the import, and undone with it; a pair that does not agree is said and left alone. */
function reissueAll(
  context: CommandContext,
  opId: string,
  { draftId, reissues }: StoredImport,
): CallProblem[] {
  return reissues.flatMap((pair, index) => {
    const request = toRequest(context, `${getOpId(opId, draftId)}:${index}`, 'reissue', pair)
    const done = storeReissue(context.store, { ...request, batch: opId }, pair)
    return done.ok ? [] : [done.problem]
  })
}

const getOpId = (opId: string, draftId: number): string => `${opId}:${draftId}`

/** The draft is gone because the same operation has imported it, or because there never was one. */
function getCommitted(store: Store, opId: string, draftId: number): Result<StoredImport, CallProblem> {
  const known = getDoneOperation(store, getOpId(opId, draftId))
  return known ? ok(known.result as StoredImport) : fail({ kind: 'draft-unknown', draftId })
}

async function commitDraft(
  context: CommandContext,
  draft: Draft,
  opId: string,
  overwritesTyped: boolean,
): Promise<Result<StoredImport, CallProblem>> {
  await readDraftOnce(context, draft)
  const { content, clientName, fileName } = draft
  if (draft.problem) return fail(draft.problem)
  if (!content || !hasShipments(content)) return fail({ kind: 'nothing-to-import', fileName })
  if (clientName === null) return fail({ kind: 'client-needed', fileName })
  const questions = countQuestions(draft)
  if (questions > 0) return fail({ kind: 'columns-to-confirm', fileName, questions })
  const request = {
    ...toRequest(context, getOpId(opId, draft.id), 'import', { file: fileName, client: clientName }),
    batch: opId,
  }
  const applied = applyChange(context.store, request, (store) => {
    const standing = getStandingImport(store, draft.sha256)
    if (standing)
      return fail({ kind: 'same-file', fileName: standing.fileName, atMs: standing.atMs } as const)
    return planCommit(context, draft, content, clientName, overwritesTyped, request)
  })
  if (!applied.ok) return applied
  context.drafts.remove(draft.id)
  return ok(applied.value.result)
}

function planCommit(
  context: CommandContext,
  draft: Draft,
  content: DraftContent,
  clientName: string,
  overwritesTyped: boolean,
  request: ChangeRequest,
): Result<PlannedChange<StoredImport>, CallProblem> {
  const { store } = context
  const owner = findOrAddOwner(store, clientName, listMarketplaces(content.shipments))
  const importId = takeRowIds(store, 'import', 1)
  const mostBoxes = content.shipments.reduce(
    (sum, { boxes, declaredBoxCount }) => sum + Math.max(boxes.length, declaredBoxCount ?? 0),
    0,
  )
  const isHistory = draft.choices.isHistory ?? false
  const plan = planDraft(
    context,
    content,
    clientName,
    draft.fileName,
    { overwritesTyped, isHistory },
    {
      importId,
      accountId: owner.accountId,
      accountIds: owner.accountIds,
      firstShipmentId: takeRowIds(store, 'shipment', content.shipments.length),
      firstBoxId: takeRowIds(store, 'box', mostBoxes),
    },
  )
  const { difference, usedNumbers } = plan
  const [claimed] = difference.claimed
  // Another file of the same commit may have brought them just before.
  if (claimed && difference.claimed.length === content.shipments.length)
    return fail({
      kind: 'all-claimed',
      fileName: draft.fileName,
      client: claimed.client,
      shipments: difference.claimed.length,
    })
  const pros = isHistory ? content.shipments.flatMap(({ pro }) => pro ?? []) : []
  const learning = learnNumbers(store, pros, usedNumbers, request)
  const stands: CellChange = { entity: 'import', id: importId, field: 'isStanding', before: 0, after: 1 }
  const taught = planTeaching(store, draft.choices.teachesAll ? listCorrections(content, draft.choices) : [])
  const layouts = planLayouts(store, owner.clientId, content)
  const claimedIds = new Set(difference.claimed.map(({ fbaId }) => fbaId))
  const templates = planTemplates(store, draft, content, plan.patch.inserts, claimedIds)
  return ok({
    patch: {
      inserts: [...owner.inserts, layouts.inserts, taught.inserts, ...plan.patch.inserts],
      cells: [stands, ...layouts.cells, ...taught.cells, ...plan.patch.cells, ...templates],
    },
    ...learning,
    writeRecords: (target: Store) => {
      learning.writeRecords(target)
      insertImport(target, {
        id: importId,
        clientId: owner.clientId,
        fileName: draft.fileName,
        sha256: draft.sha256,
        atMs: context.nowMs(),
        rowCount: content.rowCount,
        problems: content.problems,
        fbaIds: content.shipments.map(({ fbaId }) => fbaId),
        sheets: content.sheets.map((sheet) => ({
          sheet: sheet.index,
          name: sheet.info.name,
          columns: getFieldColumns(sheet.layout.columns),
          fingerprint: sheet.layout.shape === 'none' ? null : sheet.layout.fingerprint,
          isAcross: sheet.layout.isAcross ?? false,
        })),
      })
      deleteDraftRecord(target, draft.id)
    },
    label: {
      file: draft.fileName,
      client: clientName,
      shipments: difference.newShipments,
      boxes: difference.newBoxes,
      changed: difference.changedShipments,
      ...(isHistory ? { history: usedNumbers.reduce((sum, { used }) => sum + used, 0) } : {}),
    },
    result: {
      draftId: draft.id,
      shipments: plan.shipmentCount,
      boxes: difference.newBoxes,
      changed: difference.changedShipments + difference.changedBoxes,
      problems: content.problems.length,
      ...(isHistory ? { history: toHistoryView(store, usedNumbers) } : {}),
      reissues: difference.reissues,
    },
  })
}

/** The client's accounts, or a client and accounts to be added with the import. */
function findOrAddOwner(
  store: Store,
  clientName: string,
  marketplaces: readonly string[],
): { clientId: number; accountId: number; accountIds: Map<string, number>; inserts: RowInserts[] } {
  const inserts: RowInserts[] = []
  const client = findClientByName(store, clientName)
  const clientId = client?.id ?? takeRowIds(store, 'client', 1)
  if (!client) inserts.push({ entity: 'client', fields: ['id', 'name'], rows: [[clientId, clientName]] })
  const accounts = planAccounts(store)
  const accountId = accounts.getId(clientId, '')
  const accountIds = new Map(marketplaces.map((name) => [name, accounts.getId(clientId, name)]))
  return { clientId, accountId, accountIds, inserts: [...inserts, accounts.inserts] }
}

/** Of several columns of one field the first gives its value. */
const getFieldColumns = (columns: readonly LayoutColumn[]): Record<string, number> =>
  Object.fromEntries(
    columns
      .filter((column) => column.field !== null)
      .toReversed()
      .map((column) => [column.field!, column.index]),
  )
