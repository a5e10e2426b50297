import type { RawCellValue } from '../../shared/domain/sheet/raw-cell.ts'

/** A cell that is being read. Columns are 0-based. */
export interface OpenHtmlCell {
  column: number
  /** Excel's own pages keep the number itself here, and what the cell shows as its text. */
  number: string | undefined
  text: string
}

const spanPattern = /^\s*(\d{1,6})/

/** At least 1; what is no number counts as 1, as in a browser. */
export const readSpan = (text: string | undefined, limit: number): number =>
  Math.min(Math.max(1, Number(spanPattern.exec(text ?? '')?.[1] ?? '1')), limit)

export const isHiddenElement = (attributes: Record<string, string>): boolean =>
  attributes['hidden'] !== undefined || /(?:^|;)\s*display\s*:\s*none/i.test(attributes['style'] ?? '')

/** Runs of spaces are one, as on the page; line breaks that the page shows are kept. */
const tidy = (text: string): string =>
  text
    .split('\v')
    .map((line) => line.replace(/[ \t\r\n\f]+/g, ' ').trim())
    .join('\n')
    .trim()

export function makeHtmlCell({ text, number }: OpenHtmlCell): RawCellValue {
  const shown = tidy(text)
  if (number === undefined || number === '') return shown === '' ? null : shown
  return { type: 'number', raw: number, ...(shown === number || shown === '' ? {} : { shown }) }
}

/** Stands for a line break until the spaces round it are gone. */
export const lineBreak = '\v'
