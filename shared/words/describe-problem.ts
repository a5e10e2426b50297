import type { AssignConflictKind, CallProblem } from '../contract/outputs.ts'
import type { CellProblem } from '../domain/sheet/imported-shipment.ts'
import type { ColumnReason } from '../domain/sheet/sheet-layout.ts'
import type { Translate } from '../locales/translate.ts'
import {
  describeFileProblem,
  describePublishProblem,
  describeTemplateProblem,
} from './describe-file-problem.ts'
import { describeLoadRefusal } from './describe-load.ts'
import { describeReissueProblem } from './describe-reissue.ts'
import {
  describePackProblem,
  describeReason,
  describeRefusedMisfit,
  describeRefusedStandIn,
} from './describe-rule.ts'
import { formatFieldName } from './field-name.ts'
import { describeNumberProblem, isNumberProblem } from './describe-number-problem.ts'

export { describeMismatch } from './describe-mismatch.ts'
export { describeReason, describeReasonFix } from './describe-rule.ts'
export { formatFieldName } from './field-name.ts'

/** What happened, to which thing, and what to do next: one or two sentences. */
export function describeProblem(problem: CallProblem, t: Translate): string {
  if (isNumberProblem(problem)) return describeNumberProblem(problem, t)
  switch (problem.kind) {
    case 'file-refused':
      return describeFileProblem(problem.problem, t, problem.fileName)
    case 'template-refused':
      return describeTemplateProblem(problem.problem, t, problem.fbaId)
    case 'not-published':
      return describePublishProblem(problem.problem, t)
    case 'cancelled':
    case 'nothing-to-undo':
    case 'nothing-to-redo':
    case 'engine-gone':
    case 'token-unknown':
    case 'draft-unknown':
    case 'import-unknown':
    case 'no-shipment-fits':
    case 'nothing-to-assign':
    case 'share-reason-missing':
    case 'nothing-to-pair':
    case 'nothing-to-export':
    case 'block-overlaps':
    case 'no-block':
      return t(`problems.call.${problem.kind}`)
    case 'database-not-ours':
    case 'database-in-use':
      return t(`problems.call.${problem.kind}`, { file: problem.file })
    case 'database-newer':
      return t('problems.call.database-newer', {
        file: problem.file,
        version: problem.version,
        known: problem.known,
      })
    case 'database-damaged':
      return t('problems.call.database-damaged', { file: problem.file, detail: problem.detail })
    case 'database-place':
      return t(`problems.place.${problem.reason}`, { file: problem.file })
    case 'database-unwritable':
      return t('problems.call.database-unwritable', { file: problem.file, code: problem.code })
    case 'disk-full':
      return problem.freeMb === null
        ? t('problems.call.disk-full', { path: problem.path })
        : t('problems.call.disk-full-free', { path: problem.path, free: problem.freeMb })
    case 'commit-in-doubt':
      return t('problems.call.commit-in-doubt', { code: problem.code })
    case 'row-moved-on':
      return t('problems.call.row-moved-on', { field: formatFieldName(problem.field, t) })
    case 'block-range':
      return t('problems.call.block-range', { first: problem.first, last: problem.last })
    case 'block-width':
      return t('problems.call.block-width', { width: problem.width })
    case 'block-prefix':
      return t('problems.call.block-prefix', { prefix: problem.prefix })
    case 'block-too-long':
      return t('problems.call.block-too-long', { length: problem.length })
    case 'block-runs-out':
      return t('problems.call.block-runs-out', { wanted: problem.wanted, left: problem.left })
    case 'rule-weights':
    case 'rule-dates':
      return t(`problems.call.${problem.kind}`, { from: problem.from, to: problem.to })
    case 'bad-input':
      return t('problems.call.bad-input', { issues: problem.issues.join('; ') })
    case 'bug':
      return t('problems.call.bug', { reference: problem.reference })
    case 'watch-unreachable':
      return t('problems.call.watch-unreachable', { folder: problem.folder })
    case 'same-file':
      return t('problems.call.same-file', { file: problem.fileName, time: formatMoment(problem.atMs) })
    case 'client-needed':
    case 'nothing-to-import':
    case 'nothing-to-ask':
      return t(`problems.call.${problem.kind}`, { file: problem.fileName })
    case 'nothing-assigned':
      return t('problems.call.nothing-assigned', {
        list: problem.conflicts
          .map(({ kind, count }) => `${describeConflict(kind, t)} × ${count}`)
          .join('; '),
      })
    case 'all-claimed':
      return t('problems.call.all-claimed', {
        file: problem.fileName,
        client: problem.client,
        count: problem.shipments,
      })
    case 'known-file':
      return t(`problems.known.${problem.shape}`, { file: problem.fileName })
    case 'unknown-call':
    case 'not-allowed':
    case 'carrier-unknown':
    case 'carrier-no-fleet':
    case 'client-unknown':
    case 'nothing-to-tell':
    case 'name-taken':
    case 'rule-set-unknown':
      return t(`problems.call.${problem.kind}`, { name: problem.name })
    case 'load-unknown':
    case 'vehicle-unknown':
    case 'driver-unknown':
    case 'load-reason-missing':
    case 'load-at-once':
    case 'load-card-expired':
    case 'trip-order':
      return describeLoadRefusal(problem, t)
    case 'reissue-refused':
      return describeReissueProblem(problem.problem, t)
    case 'columns-to-confirm':
      return t('problems.call.columns-to-confirm', { file: problem.fileName, n: problem.questions })
    case 'shipment-unknown':
      return t('rules.problem.shipment-unknown', { fbaId: problem.fbaId })
    case 'stand-in':
      return describeRefusedStandIn(problem, t)
    case 'row-unknown':
      return t('problems.call.row-unknown', { what: t(`problems.saved.${problem.entity}`), id: problem.id })
    case 'pro-against-blocks':
      return describeRefusedMisfit(problem, t)
    case 'rule-fixed':
    case 'rule-uncertain':
    case 'never-let-through':
    case 'nothing-to-let-through':
      return t(`rules.problem.${problem.kind}`, { rule: describeReason(problem.rule, t) })
    case 'rule-pack-unreadable':
      return t('rules.problem.rule-pack-unreadable', { issues: problem.issues.join('; ') })
    case 'rule-pack-refused':
      return t('rules.problem.rule-pack-refused', {
        pack: problem.packId,
        problems: problem.problems.map((each) => describePackProblem(each, t)).join(' '),
      })
    case 'clock-in-past':
      return t('rules.problem.clock-in-past', { today: problem.today, newest: problem.newest })
    default:
      return describeRefusal(problem, t)
  }
}

function describeRefusal(
  { field, value, reason, owner }: Extract<CallProblem, { kind: 'value-refused' }>,
  t: Translate,
): string {
  const values = { field: formatFieldName(field, t), value }
  return reason === 'used-elsewhere' && owner !== null
    ? t('problems.refusal.used-by', { ...values, owner })
    : t(`problems.refusal.${reason}`, values)
}

/** Month, day and time of this computer's clock, `11-23 09:02`. */
function formatMoment(atMs: number): string {
  const at = new Date(atMs)
  const [month, day, hour, minute] = [at.getMonth() + 1, at.getDate(), at.getHours(), at.getMinutes()].map(
    (n) => String(n).padStart(2, '0'),
  )
  return `${month}-${day} ${hour}:${minute}`
}

/** What is wrong with a cell of a client's sheet, and what to do about it. */
export const describeCellProblem = (
  problem: Pick<CellProblem, 'kind'>,
  t: Translate,
): { cause: string; next: string } => ({
  cause: t(`problems.cell.${problem.kind}.cause`),
  next: t(`problems.cell.${problem.kind}.next`),
})

export const describeConflict = (kind: AssignConflictKind, t: Translate): string =>
  t(`problems.conflict.${kind}`)

/** Why a column of a client's sheet was taken for a field. */
export function describeColumnReason(reason: ColumnReason, t: Translate): string {
  switch (reason.kind) {
    case 'heading-and-contents':
    case 'contents-only':
    case 'contents-disagree':
      return t(`problems.column.${reason.kind}`, { passed: reason.passed, of: reason.of })
    case 'known-elsewhere':
      return t('problems.column.known-elsewhere', { client: reason.client })
    case 'two-meanings':
      return t('problems.column.two-meanings', { other: formatFieldName(reason.other, t) })
    default:
      return t(`problems.column.${reason.kind}`)
  }
}
