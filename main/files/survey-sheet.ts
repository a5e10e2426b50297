import { fileLimits } from './file-limits.ts'
import { createXmlWalker, isXmlTrue } from './xml-walker.ts'
import type { XmlAttributes } from './xml-attributes.ts'

interface SurveyedCell {
  /** 0-based. */
  column: number
  start: number
  end: number
  style: string | undefined
}

/** Where a row's tags stand in the text of its sheet. */
export interface SurveyedRow {
  /** 1-based. */
  row: number
  openStart: number
  openEnd: number
  isSelfClosed: boolean
  prefix: string
  cells: SurveyedCell[]
}

/** Where a sheet's cells stand in its XML, for changing one place and nothing else. */
export interface SheetSurvey {
  prefix: string
  /** The rows that were asked for and are there. */
  rows: SurveyedRow[]
  /** First column right of every value and merged range that is not hidden, 0-based. */
  freeColumn: number
  dimension: { start: number; end: number } | null
  /** Null where the sheet sets no widths. `lastColumn` is 0-based. */
  columns: { closeStart: number; lastColumn: number } | null
  sheetDataStart: number
}

/** 0-based column of `AB12`, or null. */
function readColumn(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  return letters === undefined
    ? null
    : Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Walks a sheet and notes where the wanted rows and the free column are. Throws FileRefusal. */
export function surveySheet(xml: string, part: string, wanted: ReadonlySet<number>): SheetSurvey {
  const survey: SheetSurvey = {
    prefix: '',
    rows: [],
    freeColumn: 0,
    dimension: null,
    columns: null,
    sheetDataStart: 0,
  }
  const hidden: { first: number; last: number }[] = []
  let lastColumn = -1
  let row = 0
  let column = -1
  let open: SurveyedRow | null = null
  let cell: SurveyedCell | null = null

  /** Of the tag just read; `<` stands in no attribute. */
  const getTagStart = (): number => xml.lastIndexOf('<', walker.getPosition() - 2)

  const openColumns = (attributes: XmlAttributes): void => {
    const [first, last] = [Number(attributes.get('min')) - 1, Number(attributes.get('max')) - 1]
    survey.columns!.lastColumn = Math.max(survey.columns!.lastColumn, last)
    if (isXmlTrue(attributes.get('hidden'))) hidden.push({ first, last })
  }
  const openRow = (attributes: XmlAttributes): void => {
    row = attributes.get('r') === undefined ? row + 1 : Number(attributes.get('r'))
    column = -1
    if (!wanted.has(row)) return
    const [openStart, openEnd] = [getTagStart(), walker.getPosition()]
    open = {
      row,
      openStart,
      openEnd,
      isSelfClosed: xml[openEnd - 2] === '/',
      prefix: survey.prefix,
      cells: [],
    }
    survey.rows.push(open)
  }
  const openCell = (attributes: XmlAttributes): void => {
    column = readColumn(attributes.get('r')) ?? column + 1
    if (open) cell = { column, start: getTagStart(), end: 0, style: attributes.get('s') }
  }

  const walker = createXmlWalker(
    part,
    {
      open(name, attributes) {
        switch (name) {
          case 'worksheet':
            survey.prefix = /<([^\s/>]*:)?worksheet/.exec(xml)?.[1] ?? ''
            break
          case 'dimension':
            survey.dimension = { start: getTagStart(), end: walker.getPosition() }
            break
          case 'cols':
            survey.columns = { closeStart: 0, lastColumn: -1 }
            break
          case 'col':
            if (survey.columns) openColumns(attributes)
            break
          case 'sheetData':
            survey.sheetDataStart = getTagStart()
            break
          case 'row':
            openRow(attributes)
            break
          case 'c':
            openCell(attributes)
            break
          case 'v':
          case 'is':
          case 'f':
            lastColumn = Math.max(lastColumn, column)
            break
          case 'mergeCell':
            lastColumn = Math.max(lastColumn, readColumn(attributes.get('ref')?.split(':').at(-1)) ?? -1)
            break
        }
      },
      close(name) {
        if (name === 'cols' && survey.columns) survey.columns.closeStart = getTagStart()
        else if (name === 'c' && open && cell) {
          open.cells.push({ ...cell, end: walker.getPosition() })
          cell = null
        } else if (name === 'row') open = null
      },
      text() {},
    },
    fileLimits,
  )
  walker.write(xml)
  walker.end()
  survey.freeColumn = lastColumn + 1
  for (const { first, last } of hidden.toSorted((a, b) => a.first - b.first)) {
    if (first <= survey.freeColumn && survey.freeColumn <= last) survey.freeColumn = last + 1
  }
  return survey
}
