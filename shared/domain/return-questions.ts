import type { CellProblem, CellProblemKind } from './sheet/imported-shipment.ts'

/** What a client is asked about one row of a sheet. */
export interface RowQuestions {
  /** 1-based row of the sheet. */
  row: number
  /** From left to right. */
  cells: CellProblem[]
}

export interface SheetQuestions {
  sheet: string
  /** From top to bottom; a row without a question is not among them. */
  rows: RowQuestions[]
}

/** What was mended or left out without anything for the client to do. */
const answeredKinds: ReadonlySet<CellProblemKind> = new Set<CellProblemKind>([
  'cleaned',
  'totals-row',
  'numeric-id',
])

/** The problems that only the client can mend, by sheet and row. A notice is none: the value was taken. */
export function planReturnQuestions(problems: readonly CellProblem[]): SheetQuestions[] {
  const asked = problems.filter(({ kind, level }) => level !== 'notice' && !answeredKinds.has(kind))
  return Array.from(
    Map.groupBy(asked, ({ sheet }) => sheet),
    ([sheet, inSheet]) => ({ sheet, rows: listRows(inSheet) }),
  )
}

export const countQuestions = (sheets: readonly SheetQuestions[]): number =>
  sheets.reduce((sum, { rows }) => sum + rows.length, 0)

function listRows(problems: readonly CellProblem[]): RowQuestions[] {
  const rows = Map.groupBy(problems, ({ cell }) => getRow(cell))
  return Array.from(rows, ([row, cells]) => ({
    row,
    cells: dropRepeated(cells).toSorted(compareCells),
  })).toSorted((a, b) => a.row - b.row)
}

const getRow = (cell: string): number => Number(/\d+$/.exec(cell)![0])

/** Of one row: `B7` stands before `AA7`. */
const compareCells = (a: CellProblem, b: CellProblem): number =>
  a.cell.length - b.cell.length || (a.cell < b.cell ? -1 : a.cell > b.cell ? 1 : 0)

function dropRepeated(cells: readonly CellProblem[]): CellProblem[] {
  const seen = new Map(cells.map((problem) => [`${problem.cell} ${problem.kind}`, problem]))
  return [...seen.values()]
}

/** The client's own setting, else the script of the headings. */
export const getReturnLanguage = (
  setting: 'zh-CN' | 'en' | null,
  headings: readonly string[],
): 'zh-CN' | 'en' => setting ?? (headings.some((heading) => /\p{Script=Han}/u.test(heading)) ? 'zh-CN' : 'en')
