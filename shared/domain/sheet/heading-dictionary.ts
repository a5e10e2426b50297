import { headingAliases, headingTraps } from './heading-aliases.ts'
import { importFields, type ImportField } from './import-field.ts'
import { foldTraditional } from './traditional-characters.ts'

export interface HeadingMeaning {
  field: ImportField
  /** True when only the contents can decide between `field`, `others` and nothing of ours. */
  isTrap: boolean
  others: readonly ImportField[]
  /** The box that the heading numbers (`跟踪号 箱3`, `Box 3 tracking`), where boxes stand side by side. */
  box?: number
}

const ignoredCharacters = /[\s*※★#:()_./\u00ad\u200b-\u200d\u2060\ufeff-]/g
const bracketHint = /\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/g
const unitEnding = /(?:kgs?|lbs?|cm|inch|in|cbm|m3)$/
const unitFields: ReadonlySet<ImportField> = new Set<ImportField>([
  'weight',
  'boxWeight',
  'netWeight',
  'length',
  'width',
  'height',
  'volume',
])

export const normalizeHeading = (text: string): string =>
  foldTraditional(text.normalize('NFKC').toLowerCase().replace(ignoredCharacters, ''))

const meanings: ReadonlyMap<string, HeadingMeaning> = buildMeanings()

/**
 * What a heading means, whole or without its bracketed hint or unit, the longest form first; of a heading in two
 * languages both halves must agree. Edit distance has no part in it: two-character headings are all within 2.
 */
export function lookupHeading(text: string): HeadingMeaning | null {
  const whole = normalizeHeading(text)
  if (whole === '') return null
  const bare = normalizeHeading(text.normalize('NFKC').replace(bracketHint, ' '))
  return (
    meanings.get(whole) ??
    meanings.get(bare) ??
    lookupMeasure(bare) ??
    lookupBothLanguages(text) ??
    lookupNumbered(text)
  )
}

export const getMeaningFields = (meaning: HeadingMeaning): ImportField[] => [meaning.field, ...meaning.others]

function lookupMeasure(normalized: string): HeadingMeaning | null {
  const meaning = meanings.get(normalized.replace(unitEnding, ''))
  return meaning && unitFields.has(meaning.field) ? meaning : null
}

function lookupBothLanguages(text: string): HeadingMeaning | null {
  const words = text.normalize('NFKC').split(/[\s/()]+/)
  const chinese = words.filter((word) => /\p{Script=Han}/u.test(word)).join('')
  const latin = words.filter((word) => !/\p{Script=Han}/u.test(word)).join('')
  const left = meanings.get(normalizeHeading(chinese))
  const right = meanings.get(normalizeHeading(latin))
  if (!left || !right) return null
  const allowed = getMeaningFields(right)
  const [field, ...others] = getMeaningFields(left).filter((each) => allowed.includes(each))
  return field ? { field, others, isTrap: others.length > 0 || (left.isTrap && right.isTrap) } : null
}

const boxWord = '(?:第\\s*)?(?:箱|box|ctn|carton)\\s*#?\\s*'
const numbered = [
  new RegExp(`^(?<name>.+?)[\\s_-]*${boxWord}(?<box>\\d{1,4})\\s*箱?$`, 'i'),
  new RegExp(`^${boxWord}(?<box>\\d{1,4})\\s*箱?[\\s_-]*(?<name>\\D.*)$`, 'i'),
  /^(?<name>.+?)[\s_#-]*(?<box>\d{1,4})$/,
]
const numberedFields: ReadonlySet<ImportField> = new Set<ImportField>([
  'trackingId',
  'boxId',
  'boxWeight',
  'weight',
])

function lookupNumbered(text: string): HeadingMeaning | null {
  const shown = text.normalize('NFKC').replace(/\s+/g, ' ').trim()
  for (const pattern of numbered) {
    const { name = '', box } = pattern.exec(shown)?.groups ?? {}
    const meaning = name === '' ? undefined : meanings.get(normalizeHeading(name))
    if (meaning && numberedFields.has(meaning.field)) return { ...meaning, box: Number(box) }
  }
  return null
}

function buildMeanings(): Map<string, HeadingMeaning> {
  const built = new Map<string, HeadingMeaning>()
  for (const { headings, fields } of headingTraps) {
    for (const heading of headings) {
      built.set(normalizeHeading(heading), { field: fields[0]!, others: fields.slice(1), isTrap: true })
    }
  }
  for (const field of importFields) {
    for (const heading of [...headingAliases[field].zh, ...headingAliases[field].en]) {
      built.set(normalizeHeading(heading), { field, others: [], isTrap: false })
    }
  }
  return built
}
