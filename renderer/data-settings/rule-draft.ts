import type { CallInput } from '../../shared/contract/contract.ts'
import type { RuleView } from '../../shared/contract/outputs.ts'
import { amazonModes } from '../../shared/domain/shipment.ts'

/** A rule as it stands in the form: everything is still text, and blank means any. */
export interface RuleDraft {
  clientId: string
  fc: string
  mode: string
  weightFrom: string
  weightTo: string
  dateFrom: string
  dateTo: string
  carrierId: string
}

export const anyId = 'any'

export const startRule = (rule: RuleView | null, carrierId: number | undefined): RuleDraft => ({
  clientId: String(rule?.clientId ?? anyId),
  fc: rule?.fc ?? '',
  mode: rule?.amazonMode ?? anyId,
  weightFrom: String(rule?.weightFromKg ?? ''),
  weightTo: String(rule?.weightToKg ?? ''),
  dateFrom: rule?.dateFrom ?? '',
  dateTo: rule?.dateTo ?? '',
  carrierId: String(rule?.carrierId ?? carrierId ?? ''),
})

export const isWeight = (text: string): boolean => /^(?:\d{1,6}(?:\.\d{1,3})?)?$/.test(text.trim())

/** Blank, or a day that is in the calendar. */
export function isDay(text: string): boolean {
  const day = text.trim()
  if (day === '') return true
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day)
}

/** Null until every field can be read. */
export function readRule(draft: RuleDraft): Omit<CallInput<'rule.save'>, 'opId' | 'id' | 'setId'> | null {
  const { weightFrom, weightTo, dateFrom, dateTo } = draft
  if (draft.carrierId === '' || ![weightFrom, weightTo].every(isWeight) || ![dateFrom, dateTo].every(isDay))
    return null
  const toWeight = (text: string) => (text.trim() === '' ? null : Number(text))
  const toText = (text: string) => (text.trim() === '' ? null : text.trim())
  return {
    clientId: draft.clientId === anyId ? null : Number(draft.clientId),
    fc: toText(draft.fc.toUpperCase()),
    amazonMode: amazonModes.find((each) => each === draft.mode) ?? null,
    weightFromKg: toWeight(weightFrom),
    weightToKg: toWeight(weightTo),
    dateFrom: toText(dateFrom),
    dateTo: toText(dateTo),
    carrierId: Number(draft.carrierId),
  }
}
