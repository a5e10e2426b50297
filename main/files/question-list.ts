import { writeWorkbook } from './workbook-writer.ts'

export interface ListedQuestion {
  sheet: string
  row: number
  cell: string
  value: string
  question: string
}

interface ListWords {
  name: string
  headings: readonly [sheet: string, row: string, cell: string, value: string, question: string]
}

const sheetColumn = 0

/** A workbook of questions, for a file that takes no column of its own. A file of one sheet needs no column for it. */
export function makeQuestionList(questions: readonly ListedQuestion[], words: ListWords): Uint8Array {
  const hasSheets = questions.some(({ sheet }) => sheet !== '')
  const trim = <T>(cells: readonly T[]): readonly T[] => (hasSheets ? cells : cells.slice(sheetColumn + 1))
  const rows = questions.map(({ sheet, row, cell, value, question }) =>
    trim([sheet, row, cell, value, question]),
  )
  return writeWorkbook([
    {
      name: words.name,
      rows: [trim(words.headings), ...rows],
      columnWidths: trim([16, 8, 10, 28, 80]),
      headerRows: 1,
    },
  ])
}
