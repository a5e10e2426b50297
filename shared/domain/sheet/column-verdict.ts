import type { ColumnClaim } from './column-claims.ts'
import type { ColumnEvidence } from './column-evidence.ts'
import { countFitting } from './field-contents.ts'
import { agreement, type TrapVerdict } from './heading-traps.ts'
import { consequentialFields, extraFields, type ImportField } from './import-field.ts'
import type { RecalledField } from './layout-memory.ts'
import type { ColumnReason, LayoutColumn } from './sheet-layout.ts'

export type ColumnJudgement = Pick<LayoutColumn, 'field' | 'verdict' | 'reason'>

/** A remembered column is doubted only when fewer than half of its cells still fit. */
const rememberedAgreement = 0.5

/** Any words may stand in them: one that is not understood is a problem of its cell, not of the column. */
const fieldsOfWords: ReadonlySet<ImportField> = new Set<ImportField>(['mode'])

/** What to tell the dispatcher of a column: known, to be confirmed, or kept as an extra, and why. */
export function judgeColumn(
  column: ColumnEvidence,
  claim: ColumnClaim | null,
  trap: TrapVerdict | null,
  recalled: RecalledField | null,
): ColumnJudgement {
  if (recalled?.field === null) {
    const kind = recalled.source === 'taught' ? 'taught' : 'remembered'
    return { field: null, verdict: 'extra', reason: { kind } }
  }
  if (!claim) return judgeUnassigned(column, trap)
  const { field } = claim
  const share = countFitting(column.cells, field) ?? { passed: column.filled, of: column.filled }
  if (claim.source === 'remembered') {
    const isDoubted = consequentialFields.has(field) && share.passed < share.of * rememberedAgreement
    return isDoubted
      ? { field, verdict: 'confirm', reason: { kind: 'contents-disagree', ...share } }
      : { field, verdict: 'known', reason: { kind: 'remembered' } }
  }
  if (claim.source === 'taught') return judgeProposal(field, share, { kind: 'taught' })
  if (claim.source === 'proposed' && recalled?.source === 'proposed') {
    const judged = judgeProposal(field, share, { kind: 'known-elsewhere', client: recalled.client })
    const isOpen = trap !== null && (!trap.isDecided || !trap.fields.includes(field))
    return isOpen ? { ...judged, verdict: 'confirm' } : judged
  }
  if (claim.source === 'contents') {
    return {
      field,
      verdict: field === 'notes' ? 'known' : 'confirm',
      reason: { kind: 'contents-only', ...share },
    }
  }
  const byHeading: ColumnReason = { kind: column.filled > 0 ? 'contents-unchecked' : 'heading-only' }
  if (extraFields.has(field)) return { field, verdict: 'known', reason: byHeading }
  const other = trap?.isDecided ? undefined : trap?.fields.find((each) => each !== field)
  if (other) return judgeTwoMeanings(column, field, other)
  if (fieldsOfWords.has(field)) return { field, verdict: 'known', reason: byHeading }
  if (share.of === 0) {
    return { field, verdict: consequentialFields.has(field) ? 'confirm' : 'known', reason: byHeading }
  }
  const needed = consequentialFields.has(field) ? agreement : rememberedAgreement
  return share.passed >= share.of * needed
    ? { field, verdict: 'known', reason: { kind: 'heading-and-contents', ...share } }
    : { field, verdict: 'confirm', reason: { kind: 'contents-disagree', ...share } }
}

/** What somebody said of another file: of a field with consequences the contents must say so too. */
function judgeProposal(
  field: ImportField,
  share: { passed: number; of: number },
  reason: ColumnReason,
): ColumnJudgement {
  if (consequentialFields.has(field)) {
    const isAgreed = share.of > 0 && share.passed >= share.of * agreement
    return { field, verdict: isAgreed ? 'known' : 'confirm', reason }
  }
  return share.passed < share.of * rememberedAgreement
    ? { field, verdict: 'confirm', reason: { kind: 'contents-disagree', ...share } }
    : { field, verdict: 'known', reason }
}

/** An empty column of two meanings is worth a question only where one of them has consequences. */
function judgeTwoMeanings(column: ColumnEvidence, field: ImportField, other: ImportField): ColumnJudgement {
  if (column.filled > 0 || consequentialFields.has(field)) {
    return { field, verdict: 'confirm', reason: { kind: 'two-meanings', other } }
  }
  return { field: null, verdict: 'extra', reason: { kind: 'no-match' } }
}

/** A second column of identifiers that fits as well as the first is asked about, not dropped in silence. */
function judgeUnassigned(column: ColumnEvidence, trap: TrapVerdict | null): ColumnJudgement {
  const field = column.meaning && !column.meaning.isTrap ? column.meaning.field : (trap?.fields[0] ?? null)
  const share = column.meaning && countFitting(column.cells, field ?? column.meaning.field)
  if (
    field &&
    share &&
    share.of > 0 &&
    consequentialFields.has(field) &&
    share.passed >= share.of * agreement
  ) {
    return { field: null, verdict: 'confirm', reason: { kind: 'two-meanings', other: field } }
  }
  const isRefuted = trap?.fields.length === 0 && share && share.passed < share.of * agreement
  return {
    field: null,
    verdict: 'extra',
    reason: isRefuted ? { kind: 'contents-disagree', ...share } : { kind: 'no-match' },
  }
}
