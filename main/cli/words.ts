import type { InspectedColumn } from '../commands/inspect-file.ts'
import type { CallProblem, ClosingShipment, PolicyRuleView } from '../../shared/contract/outputs.ts'
import type { CellProblem } from '../../shared/domain/sheet/imported-shipment.ts'
import type { AssignConflictKind } from '../../shared/domain/assign.ts'
import type { ImportDifference } from '../../shared/domain/import-plan.ts'
import type { Mismatch } from '../../shared/domain/pairing/pairing.ts'
import type { ReadinessReason } from '../../shared/domain/readiness.ts'
import type { SheetNotice } from '../../shared/domain/sheet/sheet-notices.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { describeClock, describeDueCheck } from '../../shared/words/describe-clock.ts'
import { describePolicyRule, describeStandIn } from '../../shared/words/describe-rule.ts'
import { describeSheetNotice } from '../../shared/words/describe-sheet-notice.ts'
import { describeMismatch } from '../../shared/words/describe-mismatch.ts'
import {
  describeCellProblem,
  describeColumnReason,
  describeConflict,
  describeProblem,
  describeReason,
  formatFieldName,
} from '../../shared/words/describe-problem.ts'

const { LC_ALL, LC_MESSAGES, LANG } = process.env
const systemLocale = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale
const t = getTranslate(systemLocale.startsWith('zh') ? 'zh-CN' : 'en')

/** In the language of the system: what happened, to which thing, and what to do next. */
export const describe = (problem: CallProblem): string => describeProblem(problem, t)

export const describeCell = (problem: Omit<CellProblem, 'heading'>): string => {
  const place = [problem.sheet, problem.cell].filter((part) => part !== '').join('!')
  const { cause, next } = describeCellProblem(problem, t)
  return `${place}  ${problem.value}  ${cause} ${next}`
}

/** A column's heading, the field it is taken for, and why. */
export const describeColumnVerdict = ({ heading, field, verdict, reason }: InspectedColumn): string =>
  [
    heading === null ? '–' : JSON.stringify(heading),
    field === null ? '–' : formatFieldName(field, t),
    t(`import.chip.${verdict}`),
    reason ? describeColumnReason(reason, t) : '',
  ]
    .filter((part) => part !== '')
    .join('  ')

export const describeNotice = (sheet: string, notice: SheetNotice): string =>
  [sheet, describeSheetNotice(notice, t)].filter((part) => part !== '').join('  ')

export const describeDifference = (mismatch: Mismatch): string => describeMismatch(mismatch, t)

export const describeReasons = (reasons: readonly ReadinessReason[]): string =>
  reasons.map((reason) => describeReason(reason, t)).join(', ')

/** How long an ID stays open, and whether it has to be looked up. */
export const describeClosing = ({ clock, dueCheck }: ClosingShipment): string =>
  [
    ...(clock.level === null ? [] : [describeClock(clock, t)]),
    ...(dueCheck === null ? [] : [describeDueCheck(dueCheck, t)]),
  ].join('; ')

/** A rule's words, where it holds, since when, at what level, how sure that is, and where it can be read. */
export const describeRule = (rule: PolicyRuleView): string => describePolicyRule(rule, t).join('  ')

/** A PRO number that an import left out, and what it is. */
export const describeLeftOut = ({ number, kind, owner }: ImportDifference['standIns'][number]): string =>
  describeStandIn({ value: number, standIn: kind, owner, more: 0 }, t)

export const describeConflictKind = (kind: AssignConflictKind): string => describeConflict(kind, t)
