import type { RawSheetInfo } from '../../shared/domain/sheet/raw-cell.ts'
import type { FileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'
import type { NumberFormat } from './number-format.ts'
import { createRowBuilder, type RowBuilder } from './row-builder.ts'
import type { RowQueue } from './row-queue.ts'
import { makeTypedCell, parseNamedFormat } from './spreadsheetml-cell.ts'
import type { XmlAttributes } from './xml-attributes.ts'
import { isXmlTrue, type XmlHandlers } from './xml-walker.ts'

export const spreadsheetMlEntry = 'Workbook'
const entry = spreadsheetMlEntry

/** Attributes stand under whatever prefix the writer chose. */
function getAttribute(attributes: XmlAttributes, name: string): string | undefined {
  const plain = attributes.get(name)
  if (plain !== undefined) return plain
  const prefixed = attributes.names().find((each) => each.endsWith(`:${name}`))
  return prefixed === undefined ? undefined : attributes.get(prefixed)
}

function getCount(attributes: XmlAttributes, name: string): number {
  const text = getAttribute(attributes, name)
  const count = text === undefined ? 0 : Number(text)
  if (!Number.isSafeInteger(count) || count < 0) throw new FileRefusal({ kind: 'damaged-xml', entry })
  return count
}

/** The place an `Index` names, else the next one; going back is refused, for it would be a second value. */
function advance(attributes: XmlAttributes, next: number): number {
  const index = getCount(attributes, 'Index')
  if (index !== 0 && index < next) throw new FileRefusal({ kind: 'damaged-xml', entry })
  return index === 0 ? next : index
}

/** Rows and sheets of one workbook go to the queue. Row and column numbers are 1-based here, as in the file. */
export function createSpreadsheetMlCollector(queue: RowQueue, limits: FileLimits): XmlHandlers {
  const formats = new Map<string, NumberFormat | null>()
  const allocated = { cells: 0 }
  let depth = 0
  let styleId = ''
  let isDate1904 = false
  let builder: RowBuilder = createRowBuilder(limits, allocated)
  let info: RawSheetInfo = makeInfo('', builder)
  let sheets = 0
  let row = 0
  let rowSpan = 0
  let isRowHidden = false
  let nextColumn = 1
  let column = 0
  let cellStyle = ''
  let isFormula = false
  let isCell = false
  let isComment = false
  let isData = false
  let type: string | undefined
  let text: string | null = null
  let isNamingState = false
  let state = ''

  const openSheet = (attributes: XmlAttributes) => {
    sheets += 1
    if (sheets > limits.sheets) throw new FileRefusal({ kind: 'too-many-sheets', limit: limits.sheets })
    builder = createRowBuilder(limits, allocated)
    info = makeInfo(getAttribute(attributes, 'Name') ?? '', builder)
    row = 0
    rowSpan = 0
    nextColumn = 1
  }
  const openColumn = (attributes: XmlAttributes) => {
    const first = advance(attributes, nextColumn)
    const last = first + getCount(attributes, 'Span')
    if (isXmlTrue(getAttribute(attributes, 'Hidden'))) {
      for (let index = first; index <= Math.min(last, limits.columns); index += 1)
        info.hiddenColumns.push(index - 1)
    }
    nextColumn = last + 1
  }
  const openRow = (attributes: XmlAttributes) => {
    row = advance(attributes, row + rowSpan + 1)
    rowSpan = getCount(attributes, 'Span')
    isRowHidden = isXmlTrue(getAttribute(attributes, 'Hidden'))
    nextColumn = 1
  }
  const openCell = (attributes: XmlAttributes) => {
    column = advance(attributes, nextColumn)
    const across = getCount(attributes, 'MergeAcross')
    const down = getCount(attributes, 'MergeDown')
    if (across + down > 0)
      builder.addMerge({ top: row, bottom: row + down, left: column - 1, right: column - 1 + across })
    nextColumn = column + across + 1
    cellStyle = getAttribute(attributes, 'StyleID') ?? ''
    isFormula = getAttribute(attributes, 'Formula') !== undefined
    isCell = true
    type = undefined
    text = null
  }
  const closeCell = () => {
    isCell = false
    if (text === null && !isFormula) return
    const cell = makeTypedCell(type, text ?? '', formats.get(cellStyle) ?? null)
    if (cell === null) throw new FileRefusal({ kind: 'damaged-xml', entry })
    if (!isFormula) builder.place(row, column - 1, cell)
    else {
      const value = typeof cell === 'string' ? { type: 'text' as const, raw: cell } : cell
      builder.place(row, column - 1, { ...value, isFormula })
    }
  }
  const closeRow = () => {
    const taken = builder.take(row)
    if (taken === null) return
    if (isRowHidden) info.hiddenRows.push(row)
    queue.addRow(taken)
  }

  return {
    open(name, attributes) {
      depth += 1
      const local = name.slice(name.indexOf(':') + 1)
      if (depth === 1 && local !== 'Workbook') throw new FileRefusal({ kind: 'not-a-table', found: 'xml' })
      switch (local) {
        case 'Style':
          styleId = getAttribute(attributes, 'ID') ?? ''
          break
        case 'NumberFormat':
          formats.set(styleId, parseNamedFormat(getAttribute(attributes, 'Format') ?? ''))
          break
        case 'Date1904':
          isDate1904 = true
          break
        case 'Worksheet':
          openSheet(attributes)
          break
        case 'Column':
          if (!isCell) openColumn(attributes)
          break
        case 'Row':
          openRow(attributes)
          break
        case 'Cell':
          openCell(attributes)
          break
        case 'Comment':
          isComment = true
          break
        case 'Data':
          if (!isCell || isComment) break
          type = getAttribute(attributes, 'Type')
          text = ''
          isData = true
          break
        case 'AutoFilter':
          info.filter ??= 'shown'
          break
        case 'AutoFilterColumn':
          info.filter = 'hiding'
          break
        case 'Visible':
          isNamingState = true
          state = ''
          break
      }
    },
    close(name) {
      depth -= 1
      switch (name.slice(name.indexOf(':') + 1)) {
        case 'Comment':
          isComment = false
          break
        case 'Data':
          isData = false
          break
        case 'Cell':
          closeCell()
          break
        case 'Row':
          closeRow()
          break
        case 'Visible':
          isNamingState = false
          if (state.trim() !== '' && state.trim() !== 'SheetVisible') info.isHidden = true
          break
        case 'Worksheet':
          queue.endSheet(isDate1904 ? { ...info, isDate1904 } : info)
          break
      }
    },
    text(part) {
      if (isNamingState) state += part.slice(0, 100)
      else if (isData && text !== null) text += part
    },
  }
}

const makeInfo = (name: string, { merges }: RowBuilder): RawSheetInfo => ({
  name,
  isHidden: false,
  merges,
  hiddenRows: [],
  hiddenColumns: [],
})
