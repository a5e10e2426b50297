import type { InspectedColumn } from '../commands/inspect-file.ts'
import type {
  CallProblem,
  ClosingShipment,
  HistoryView,
  LoadView,
  NumberBatch,
  NumberStateView,
  PolicyRuleView,
  ScanAnswer,
} from '../../shared/contract/outputs.ts'
import type { CellProblem } from '../../shared/domain/sheet/imported-shipment.ts'
import type { AssignConflictKind } from '../../shared/domain/assign-conflict.ts'
import type { ImportDifference } from '../../shared/domain/import-plan.ts'
import type { Mismatch } from '../../shared/domain/pairing/pairing.ts'
import type { NumberReport } from '../../shared/domain/number/explain-number.ts'
import type { ReadinessReason } from '../../shared/domain/readiness.ts'
import type { SheetNotice } from '../../shared/domain/sheet/sheet-notices.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { describeHistory } from '../../shared/words/describe-history.ts'
import { describeCard, describeLoadProblem } from '../../shared/words/describe-load.ts'
import { describeNumber } from '../../shared/words/describe-number.ts'
import type { MissingShipment } from '../../shared/domain/defect-forecast.ts'
import { describeGap, describeWhen } from '../../shared/words/describe-forecast.ts'
import { describePolicyRule, describeStandIn } from '../../shared/words/describe-rule.ts'
import { describeClock, describeDueCheck } from '../../shared/words/describe-clock.ts'
import { describeSheetNotice } from '../../shared/words/describe-sheet-notice.ts'
import { describeNumberState } from '../../shared/words/describe-number-state.ts'
import { describeMismatch } from '../../shared/words/describe-mismatch.ts'
import { describeScanRefusal, describeStored } from '../../shared/words/describe-scan.ts'
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
/** In the language of the system. */
export const t = getTranslate(systemLocale.startsWith('zh') ? 'zh-CN' : 'en')

/** What happened, to which thing, and what to do next. */
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

/** One line for one scan. */
export function describeScan({ scan, outcome, held, shipment }: ScanAnswer & { scan: string }): string {
  const count = shipment ? `  ${t('scan.count', { paired: shipment.paired, boxes: shipment.boxes })}` : ''
  switch (outcome.kind) {
    case 'stored':
      return `✓ ${describeStored(outcome, t)}${count}`
    case 'refused':
      return `✗ ${describeScanRefusal(outcome.refusal, t)}`
    case 'control':
      return `· ${t(`scan.control.${outcome.control}`)}`
    default:
      return `· ${held?.kind === 'box' ? held.boxId : (held?.trackingId ?? scan)}`
  }
}

export const describeReasons = (reasons: readonly ReadinessReason[]): string =>
  reasons.map((reason) => describeReason(reason, t)).join(', ')

/** A rule's words, where it holds, since when, at what level, how sure that is, and where it can be read. */
export const describeRule = (rule: PolicyRuleView): string => describePolicyRule(rule, t).join('  ')

/** A PRO number that an import left out, and what it is. */
export const describeLeftOut = ({ number, kind, owner }: ImportDifference['standIns'][number]): string =>
  describeStandIn({ value: number, standIn: kind, owner, more: 0 }, t)
/** How long an ID stays open, and whether it has to be looked up. */
export const describeClosing = ({ clock, dueCheck }: ClosingShipment): string =>
  [
    ...(clock.level === null ? [] : [describeClock(clock, t)]),
    ...(dueCheck === null ? [] : [describeDueCheck(dueCheck, t)]),
  ].join('; ')

export const describeConflictKind = (kind: AssignConflictKind): string => describeConflict(kind, t)

export const describeNumberReport = (report: NumberReport): string[] => describeNumber(report, t)

export const describeHistoryView = (history: HistoryView): string[] => describeHistory(history, t)

export const describeNumbersStayUsed = (): string => t('import.history.stayUsed')
/** Shipment, what it lacks, and when that makes it a defect. */
export const describeMissing = (shipment: MissingShipment): string =>
  `${shipment.fbaId}  ${shipment.fc ?? '–'}  ${describeGap(shipment.gap, t)}; ${describeWhen(shipment, t)}`

export const describeLoadProblems = ({ problems, reason }: LoadView): string[] =>
  problems.map((problem) => describeLoadProblem(problem, reason, t))

/** The last day a card is good, and whether that has gone. */
export const formatCard = (cardUntil: string | null, today: string): string =>
  cardUntil === null ? '–' : describeCard(cardUntil, today, t)

export const formatDays = (days: number): string => t('ledger.part.days', { days })

/** As the history has it, with local time. */
export const describeBatch = ({ command, who, atMs }: NumberBatch): string =>
  `${command}, ${who}, ${new Date(atMs).toLocaleString('sv')}`

export const describeState = (view: NumberStateView): string[] =>
  describeNumberState(view, t, {
    batch: ({ command }) => command,
    time: (atMs) => new Date(atMs).toLocaleString('sv'),
  })
