import { getCourierName } from '../domain/number/courier-names.ts'
import { numberParts } from '../domain/number/courier-format-table.ts'
import type { ExplainedMatch, NumberReport } from '../domain/number/explain-number.ts'
import type { ProFormatCheck } from '../domain/number/pro-format.ts'
import type { Translate } from '../locales/translate.ts'

/** What is known of a number: the verdict first, then a line for each format it has and for what was asked. */
export function describeNumber(report: NumberReport, t: Translate): string[] {
  const { normalized, verdict, matches, chosen, suggested, pro } = report
  const lines = matches.map((match) => describeMatch(match, t))
  if (chosen) lines.push(t(`numbers.chosen.${chosen.verdict}`, { courier: getCourierName(chosen.courier) }))
  const isNews = chosen !== null || matches.length > 1
  if (suggested !== null && isNews) lines.push(t('numbers.suggested', { courier: getCourierName(suggested) }))
  if (pro) lines.push(describePro(pro, t))
  if (lines.length === 0) lines.push(t('numbers.noFormat'))
  return [`${normalized}  ${t(`numbers.verdict.${verdict}`)}`, ...lines.map((line) => `  ${line}`)]
}

function describeMatch(match: ExplainedMatch, t: Translate): string {
  const said = [t(`numbers.checkDigit.${match.checkDigit}`), t(`numbers.certainty.${match.certainty}`)]
  if (!match.isTelling) said.push(t('numbers.notTelling'))
  const parts = describeParts(match.parts, t)
  return [`${getCourierName(match.courier)} ${match.format}`, said.join(', '), parts]
    .filter((text) => text !== '')
    .join('  ')
}

const describeParts = (parts: ExplainedMatch['parts'], t: Translate): string =>
  numberParts
    .flatMap((part) => {
      const value = parts[part]
      if (value === undefined) return []
      const meaning =
        part === 'container' && isContainer(value) ? ` (${t(`numbers.container.${value}`)})` : ''
      return [`${t(`numbers.part.${part}`)} ${value}${meaning}`]
    })
    .join(', ')

const isContainer = (value: string): value is '00' | '01' | '02' | '04' => /^0[0124]$/.test(value)

function describePro(pro: ProFormatCheck & { scac: string }, t: Translate): string {
  const said = t(`numbers.pro.${pro.verdict}`, {
    scac: pro.scac,
    certainty: pro.certainty === null ? '' : t(`numbers.certainty.${pro.certainty}`),
  })
  const isDoubt =
    pro.level === 'warning' && (pro.verdict === 'does-not-fit' || pro.verdict === 'check-digit-fails')
  return isDoubt ? `${said} ${t('numbers.pro.warns')}` : said
}
