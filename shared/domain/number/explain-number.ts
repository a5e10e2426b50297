import { isTelling, readFormat, type FormatReading } from './check-format.ts'
import {
  courierFormats,
  numberParts,
  type Certainty,
  type CourierFormat,
  type CourierId,
  type NumberPart,
} from './courier-format-table.ts'
import { hasKnownFormats } from './courier-names.ts'
import { checkProFormat, type ProFormatCheck } from './pro-format.ts'
import { suggestCourier } from './suggest-courier.ts'
import {
  checkForCourier,
  checkTrackingNumber,
  normalizeTrackingNumber,
  type NumberCheck,
  type NumberMatch,
} from './tracking-number.ts'

export interface ExplainedMatch extends NumberMatch {
  /** How well the format is known. */
  certainty: Certainty
  /** Whether the number itself shows the courier: by letters, or by a prefix whose check digit is right. */
  isTelling: boolean
  parts: Partial<Record<NumberPart, string>>
}

/** What the chosen courier's rules say; `not-checked` and `format-not-known` warn: there is nothing to check. */
export type ChosenVerdict =
  'valid' | 'invalid' | 'not-checked' | 'other-format' | 'format-not-known' | 'not-a-number'

export interface NumberReport extends NumberCheck {
  matches: ExplainedMatch[]
  chosen: { courier: string; verdict: ChosenVerdict } | null
  /** Whose number it looks like, where that is another courier than the chosen one. */
  suggested: CourierId | null
  /** Of a number that was checked as a PRO; it is compared with no courier's formats then. */
  pro: (ProFormatCheck & { scac: string }) | null
}

/** Letters and digits that may be a number of a courier whose formats nobody knows. */
const plausibleNumber = /^[0-9A-Z]{8,30}$/

/** All that is known of a number. With a courier chosen the verdict is that courier's; others are only suggested. */
export function explainNumber(text: string, courier: string | null = null): NumberReport {
  const check = checkTrackingNumber(text)
  const chosen = courier === null ? null : { courier, verdict: judgeFor(courier, check.normalized) }
  return {
    ...check,
    verdict: chosen === null ? check.verdict : (overall[chosen.verdict] ?? 'unknown'),
    matches: explainMatches(check.normalized),
    chosen,
    suggested: suggestCourier([check.normalized], courier),
    pro: null,
  }
}

const overall: Partial<Record<ChosenVerdict, NumberCheck['verdict']>> = { valid: 'valid', invalid: 'invalid' }

/** A number as the PRO of the LTL carrier with this SCAC. Rules that only warn or are unverified leave it unknown. */
export function explainPro(text: string, scac: string): NumberReport {
  const pro = { ...checkProFormat(text, scac), scac: scac.trim().toUpperCase() }
  const isWrong =
    pro.verdict === 'check-digit-fails' || (pro.verdict === 'does-not-fit' && pro.level === 'error')
  const isSure = pro.verdict === 'fits' && pro.certainty !== 'unverified'
  const verdict = isSure ? 'valid' : isWrong ? 'invalid' : 'unknown'
  const normalized = normalizeTrackingNumber(text)
  return { input: text, normalized, verdict, matches: [], chosen: null, suggested: null, pro }
}

export const explainMatches = (
  number: string,
  formats: readonly CourierFormat[] = courierFormats,
): ExplainedMatch[] =>
  formats.flatMap((format) => {
    const reading = readFormat(format, number)
    if (reading === null) return []
    return [
      {
        courier: format.courier,
        format: format.id,
        checkDigit: reading.checkDigit,
        certainty: format.certainty,
        isTelling: isTelling(format, reading),
        parts: readParts(format, reading),
      },
    ]
  })

function readParts(format: CourierFormat, { bare, zip }: FormatReading): ExplainedMatch['parts'] {
  const named = format.pattern.exec(bare)?.groups ?? {}
  const parts: ExplainedMatch['parts'] = {}
  for (const part of numberParts) {
    const value = named[part] ?? (part === 'zip' ? zip : null)
    if (value !== null) parts[part] = value
  }
  return parts
}

function judgeFor(courier: string, number: string): ChosenVerdict {
  if (!hasKnownFormats(courier)) return plausibleNumber.test(number) ? 'format-not-known' : 'not-a-number'
  const verdict = checkForCourier(number, courier)
  return verdict === 'unknown-format' ? 'other-format' : verdict
}
