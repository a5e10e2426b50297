import type { RowQuestions } from '../domain/return-questions.ts'
import type { CellProblem } from '../domain/sheet/imported-shipment.ts'
import type { Translate } from '../locales/translate.ts'

/** A value longer than this is known well enough by its beginning. */
const mostValueChars = 80
/** A cell of a workbook takes 32,767 characters. */
const mostQuestionChars = 8_000

/** Which cell, the value as found, and what to send instead. */
export function describeCellQuestion({ kind, cell, value, heading }: CellProblem, t: Translate): string {
  const shown = value.trim() === '' ? t('questions.blank') : shorten(value, mostValueChars)
  const column =
    heading === undefined || heading === '' ? t('questions.thisCell') : t('questions.column', { heading })
  return t(`questions.cell.${kind}`, { cell, value: shown, column })
}

/** One question for a row, whatever the number of its cells. */
export const describeRowQuestions = ({ cells }: RowQuestions, t: Translate): string =>
  shorten(cells.map((cell) => describeCellQuestion(cell, t)).join(t('questions.between')), mostQuestionChars)

const shorten = (text: string, most: number): string => {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most).trimEnd()}…`
}
