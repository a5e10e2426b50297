import type { RawRow } from '../../shared/domain/sheet/raw-cell.ts'
import { parserLimits, type FileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'
import type { NumberFormat } from './number-format.ts'
import type { SheetFacts, TableSink } from './table-sink.ts'
import { openXlsxPackage, type XlsxPackage } from './xlsx-package.ts'
import {
  createRelationshipsCollector,
  getRelationshipsName,
  type Relationship,
} from './xlsx-relationships.ts'
import { createSharedStringsCollector } from './xlsx-shared-strings.ts'
import { createSheetCollector } from './xlsx-sheet.ts'
import { createStylesCollector } from './xlsx-styles.ts'
import { createWorkbookCollector } from './xlsx-workbook.ts'
import type { XmlHandlers } from './xml-walker.ts'

async function readRelationships(parts: XlsxPackage, source: string): Promise<Map<string, Relationship>> {
  const name = getRelationshipsName(source)
  if (!parts.hasPart(name)) return new Map()
  const collector = createRelationshipsCollector(source)
  await parts.walkPart(name, collector)
  return collector.relationships
}

const findTarget = (relationships: Map<string, Relationship>, type: string): string | undefined =>
  [...relationships.values()].find((relationship) => relationship.type === type)?.target

async function findWorkbookPart(parts: XlsxPackage): Promise<string> {
  const target = findTarget(await readRelationships(parts, ''), 'officeDocument')
  if (target === undefined || !parts.hasPart(target) || !target.endsWith('.xml')) {
    throw new FileRefusal({ kind: 'not-a-workbook' })
  }
  return target
}

interface Worksheet {
  name: string
  isHidden: boolean
  part: string
}

export interface OpenWorkbook {
  parts: XlsxPackage
  /** In the workbook's order; chart sheets are left out. */
  worksheets: Worksheet[]
  sharedStrings: string[]
  formats: (NumberFormat | null)[]
  isDate1904: boolean
}

/** Reads all that is needed before the first sheet. Throws FileRefusal. */
export async function openWorkbook(bytes: Buffer, limits: FileLimits): Promise<OpenWorkbook> {
  const parts = await openXlsxPackage(bytes, limits)
  const workbookPart = await findWorkbookPart(parts)
  const workbook = createWorkbookCollector()
  await parts.walkPart(workbookPart, workbook)
  if (workbook.sheets.length > limits.sheets) {
    throw new FileRefusal({ kind: 'too-many-sheets', limit: limits.sheets })
  }
  const relationships = await readRelationships(parts, workbookPart)
  const walkOptional = async (type: string, collector: XmlHandlers) => {
    const part = findTarget(relationships, type)
    if (part !== undefined && parts.hasPart(part)) await parts.walkPart(part, collector)
  }
  const styles = createStylesCollector(workbook.isDate1904())
  const strings = createSharedStringsCollector(limits)
  await walkOptional('styles', styles)
  await walkOptional('sharedStrings', strings)

  const worksheets: Worksheet[] = []
  for (const { name, isHidden, relationshipId } of workbook.sheets) {
    const relationship = relationships.get(relationshipId)
    if (relationship === undefined) throw new FileRefusal({ kind: 'damaged-zip', entry: workbookPart })
    if (relationship.type === 'worksheet') worksheets.push({ name, isHidden, part: relationship.target })
  }
  if (worksheets.length === 0) throw new FileRefusal({ kind: 'not-a-workbook' })
  const isDate1904 = workbook.isDate1904()
  return { parts, worksheets, sharedStrings: strings.strings, formats: styles.formats, isDate1904 }
}

interface Outlook {
  mayHaveMerges: Promise<boolean>
  /** Rows that make a batch; more while the answer is still looked for, so that the walk need not wait for it. */
  getBatchRows: () => number
}

const rowsBeforeAnswer = 8_000

/** Merged cells stand behind the rows: what is packed there is looked through in another thread meanwhile. */
function startOutlook(parts: XlsxPackage, part: string): Outlook {
  let batchRows = rowsBeforeAnswer
  const mayHaveMerges = parts.mayMention(part, 'mergeCell').finally(() => {
    batchRows = parserLimits.batchRows
  })
  return { mayHaveMerges, getBatchRows: () => batchRows }
}

/** Reads every worksheet of an .xlsx into the sink. Throws FileRefusal. */
export async function readXlsx(bytes: Buffer, sink: TableSink, limits: FileLimits): Promise<SheetFacts[]> {
  const { parts, worksheets, sharedStrings, formats, isDate1904 } = await openWorkbook(bytes, limits)
  const allocated = { cells: 0 }
  const facts: SheetFacts[] = []
  for (const [sheetIndex, { name, isHidden, part }] of worksheets.entries()) {
    const outlook = startOutlook(parts, part)
    let batch: RawRow[] = []
    let rowCount = 0
    const onRow = (row: RawRow) => batch.push(row)
    const sheet = createSheetCollector({ entry: part, sharedStrings, formats, limits, allocated, onRow })
    const getInfo = () => {
      const { merges, hiddenRows, hiddenColumns } = sheet
      const filter = sheet.getFilter()
      return {
        name,
        isHidden,
        merges,
        hiddenRows,
        hiddenColumns,
        ...(filter === undefined ? {} : { filter }),
        ...(isDate1904 ? { isDate1904 } : {}),
      }
    }
    const passOn = async () => {
      if (rowCount === 0 && !(await outlook.mayHaveMerges)) sink.begin?.(getInfo())
      const rows = batch
      batch = []
      rowCount += rows.length
      await sink.rows(sheetIndex, rows)
    }
    await parts.walkPart(part, sheet, () => (batch.length >= outlook.getBatchRows() ? passOn() : undefined))
    if (batch.length > 0) await passOn()
    await sink.sheet(getInfo())
    facts.push({ name, isHidden, rowCount })
  }
  return facts
}
