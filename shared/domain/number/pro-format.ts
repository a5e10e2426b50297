import { hasRightCheckDigit, type CheckAlgorithm } from './check-digit.ts'
import type { Certainty } from './courier-format-table.ts'
import type { Carrier } from '../carrier.ts'
import { normalizeTrackingNumber } from './tracking-number.ts'

/** An error blocks readiness until overridden with a reason; a warning never blocks. */
export type ProLevel = 'error' | 'warning'

interface ProRule {
  id: string
  scacs: readonly string[]
  /** For the cleaned number. Where there is a check digit, the groups joined are what it covers and itself. */
  patterns: readonly RegExp[]
  check: CheckAlgorithm | null
  certainty: Certainty
  onMisfit: ProLevel
  onWrongCheckDigit: ProLevel
  /** Invented, and right under the rule. */
  example: string
}

export interface ProFormatCheck {
  verdict: 'fits' | 'does-not-fit' | 'check-digit-fails' | 'no-rule'
  /** How much a number that fails counts for this carrier. */
  level: ProLevel
  /** The rule that decided and how well it is known; null where there is none. */
  rule: string | null
  certainty: Certainty | null
}

export const proReasons = ['pro-format', 'pro-check-digit'] as const
export type ProReason = (typeof proReasons)[number]

/** What is wrong with a PRO for its carrier. Only well-known rules are errors. */
export interface ProFinding {
  reason: ProReason
  level: ProLevel
  certainty: Certainty
}

const warns = { onMisfit: 'warning', onWrongCheckDigit: 'warning' } as const
const blocks = { onMisfit: 'error', onWrongCheckDigit: 'error' } as const

/**
 * There is no common standard for PRO numbers. Sources: XPO's help centre, the YRC sheet "Freight bill
 * numbering" of 2012, jkeen/tracking_number_data 2.0.0, friendlycart/friendly_shipping, public sample
 * numbers; November 2026.
 */
export const proRules: readonly ProRule[] = [
  {
    // 11 digits when a zero stands before each part.
    id: 'xpo',
    scacs: ['CNWY', 'XPOL'],
    patterns: [/^(\d{9})$/, /^0(\d{3})0(\d{6})$/],
    check: 'mod7',
    certainty: 'confirmed',
    ...blocks,
    example: '240014703',
  },
  {
    id: 'xpo_handling_unit',
    scacs: ['CNWY'],
    patterns: [/^0?(\d{3}[1-9]\d{6})$/],
    check: 'mod7',
    certainty: 'secondary',
    ...blocks,
    example: '2409001475',
  },
  {
    // The prefix of 3 is outside the sum. The carrier ceased in 2023.
    id: 'yrc',
    scacs: ['RDWY', 'YELL', 'YFSY'],
    patterns: [/^\d{3}(\d{6}[\dX])$/],
    check: 'mod11x',
    certainty: 'confirmed',
    ...warns,
    example: '1232401475',
  },
  {
    // The zero of 072 is often lost; it adds nothing to the sum.
    id: 'old_dominion',
    scacs: ['ODFL'],
    patterns: [/^((?:77[78]|780)\d{8})$/, /^0?(72\d{8})$/, /^(80\d{9})$/],
    check: 'luhn',
    certainty: 'secondary',
    onMisfit: 'warning',
    onWrongCheckDigit: 'error',
    example: '07200147002',
  },
  {
    id: 'fedex_freight',
    scacs: ['FXFE', 'FXNL'],
    patterns: [/^(\d{10})$/],
    check: 'mod7',
    certainty: 'inferred',
    ...warns,
    example: '2400147002',
  },
  {
    id: 'tforce',
    scacs: ['UPGF'],
    patterns: [/^(\d{9})$/],
    check: 'mod7',
    certainty: 'inferred',
    ...warns,
    example: '024001471',
  },
  {
    id: 'rl_carriers',
    scacs: ['RLCA'],
    patterns: [/^I?\d{9}$/, /^WP\d{7}$/],
    check: null,
    certainty: 'secondary',
    ...warns,
    example: 'WP0147002',
  },
  {
    id: 'estes',
    scacs: ['EXLA'],
    patterns: [/^\d{10}$/],
    check: null,
    certainty: 'inferred',
    ...warns,
    example: '0240014700',
  },
  {
    id: 'saia',
    scacs: ['SAIA'],
    patterns: [/^\d{8,12}$/],
    check: null,
    certainty: 'unverified',
    ...warns,
    example: '24001470021',
  },
  {
    id: 'abf',
    scacs: ['ABFS'],
    patterns: [/^\d{9}$/],
    check: null,
    certainty: 'unverified',
    ...warns,
    example: '240014700',
  },
]

function checkRule(rule: ProRule, number: string): ProFormatCheck['verdict'] {
  for (const pattern of rule.patterns) {
    const match = pattern.exec(number)
    if (match === null) continue
    const isRight = rule.check === null || hasRightCheckDigit(rule.check, match.slice(1).join(''))
    return isRight ? 'fits' : 'check-digit-fails'
  }
  return 'does-not-fit'
}

/** A PRO against what is known of the carrier's numbers. Own fleets are no LTL carriers: their blocks decide. */
export function checkProFormat(pro: string, scac: string): ProFormatCheck {
  const number = normalizeTrackingNumber(pro)
  const code = scac.trim().toUpperCase()
  let result: ProFormatCheck = { verdict: 'no-rule', level: 'warning', rule: null, certainty: null }
  for (const rule of proRules) {
    if (!rule.scacs.includes(code)) continue
    const verdict = checkRule(rule, number)
    const level = verdict === 'does-not-fit' ? rule.onMisfit : rule.onWrongCheckDigit
    const found = { verdict, level, rule: rule.id, certainty: rule.certainty }
    if (verdict === 'fits') return found
    if (verdict === 'check-digit-fails' || result.verdict === 'no-rule') result = found
  }
  return result
}

/** Null: nothing to say. A carrier without a SCAC has no rule; an own fleet's blocks know its numbers. */
export function checkPro(pro: string, carrier: Pick<Carrier, 'kind' | 'scac'>): ProFinding | null {
  if (carrier.scac === null || carrier.kind === 'own_fleet') return null
  const { verdict, level, certainty } = checkProFormat(pro, carrier.scac)
  if (certainty === null || verdict === 'fits') return null
  return { reason: verdict === 'check-digit-fails' ? 'pro-check-digit' : 'pro-format', level, certainty }
}
