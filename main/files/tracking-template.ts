import type { TemplateProblem } from '../../shared/domain/file-problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { fileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'
import { readTrackingWorkbook, type TrackingWorkbookBox } from './tracking-workbook.ts'
import { encodeXlsxText } from './xlsx-text.ts'
import { createXmlWalker, isXmlTrue } from './xml-walker.ts'
import { parseZipArchive, replaceRecord, unpackRecord } from './zip-records.ts'

interface Edit {
  start: number
  end: number
  text: string
}

/** Edits that write column B of the given rows. Style: that of the cell, else of the row, else of the column. */
function planEdits(xml: string, part: string, textByRow: ReadonlyMap<number, string>): Edit[] {
  const edits: Edit[] = []
  let columnStyle: string | undefined
  let rowStyle: string | undefined
  let row = 0
  let openedAt = 0
  let reference = ''
  let cellStyle: string | undefined
  let edit: Omit<Edit, 'text'> | null = null
  let prefix = ''

  const formatCell = (text: string): string => {
    const style = cellStyle ?? rowStyle ?? columnStyle
    const styleAttribute = style === undefined ? '' : ` s="${style}"`
    const [cell, inline, run] = ['c', 'is', 't'].map((name) => prefix + name)
    return (
      `<${cell} r="B${row}"${styleAttribute} t="inlineStr"><${inline}>` +
      `<${run}>${encodeXlsxText(text)}</${run}></${inline}></${cell}>`
    )
  }

  const walker = createXmlWalker(
    part,
    {
      open(name, attributes) {
        if (name === 'col' && Number(attributes.get('min')) <= 2 && Number(attributes.get('max')) >= 2) {
          columnStyle = attributes.get('style')
        } else if (name === 'row') {
          row = Number(attributes.get('r'))
          rowStyle = isXmlTrue(attributes.get('customFormat')) ? attributes.get('s') : undefined
          cellStyle = undefined
          edit = null
        } else if (name === 'c') {
          openedAt = xml.lastIndexOf('<', walker.getPosition() - 2)
          reference = attributes.get('r') ?? ''
          if (reference === `B${row}`) cellStyle = attributes.get('s')
        }
      },
      close(name) {
        if (name === 'c' && reference === `A${row}`) {
          edit = { start: walker.getPosition(), end: walker.getPosition() }
          prefix = /^<([^\s/>]*:)?/.exec(xml.slice(openedAt, openedAt + 80))?.[1] ?? ''
        } else if (name === 'c' && reference === `B${row}`) {
          edit = { start: openedAt, end: walker.getPosition() }
        } else if (name === 'row') {
          const text = textByRow.get(row)
          if (text !== undefined && edit !== null) edits.push({ ...edit, text: formatCell(text) })
        }
      },
      text() {},
    },
    fileLimits,
  )
  walker.write(xml)
  walker.end()
  return edits
}

function applyEdits(xml: string, edits: readonly Edit[]): string {
  const pieces: string[] = []
  let done = 0
  for (const { start, end, text } of edits) {
    pieces.push(xml.slice(done, start), text)
    done = end
  }
  return pieces.join('') + xml.slice(done)
}

function checkBoxes(
  boxes: readonly TrackingWorkbookBox[],
  pairs: ReadonlyMap<string, string>,
): TemplateProblem | null {
  const inTemplate = new Set(boxes.map(({ boxId }) => boxId))
  const notInTemplate = [...pairs.keys()].filter((boxId) => !inTemplate.has(boxId))
  const notInBatch = [...inTemplate].filter((boxId) => !pairs.has(boxId))
  return notInTemplate.length + notInBatch.length === 0
    ? null
    : { kind: 'boxes-differ', notInTemplate, notInBatch }
}

function fillSheet(template: Buffer, part: string, textByRow: ReadonlyMap<number, string>): Uint8Array {
  const archive = parseZipArchive(template)
  const record = archive.records.find(({ name }) => name.toLowerCase() === part.toLowerCase())
  if (record === undefined) throw new FileRefusal({ kind: 'damaged-zip', entry: part })
  const xml = unpackRecord(archive, record).toString('utf8')
  const edits = planEdits(xml, part, textByRow)
  if (edits.length !== textByRow.size) throw new FileRefusal({ kind: 'damaged-xml', entry: part })
  return replaceRecord(archive, record, Buffer.from(applyEdits(xml, edits)))
}

/**
 * Writes tracking IDs (by box id) into column B of a client's own file and changes nothing else: the other
 * parts keep their bytes, packed as they were. The template's boxes must be exactly those of `pairs`; tracking
 * IDs it already holds are replaced.
 */
export async function fillTrackingTemplate(
  template: Uint8Array,
  shipmentId: string,
  pairs: ReadonlyMap<string, string>,
): Promise<Result<Uint8Array, TemplateProblem>> {
  const read = await readTrackingWorkbook(template)
  if (!read.ok) return read
  const { boxes, part } = read.value
  if (read.value.shipmentId !== shipmentId) {
    return fail({ kind: 'shipment-differs', expected: shipmentId, found: read.value.shipmentId })
  }
  const difference = checkBoxes(boxes, pairs)
  if (difference !== null) return fail(difference)
  try {
    const textByRow = new Map(boxes.map(({ boxId, row }) => [row, pairs.get(boxId)!]))
    const buffer = Buffer.from(template.buffer, template.byteOffset, template.byteLength)
    return ok(fillSheet(buffer, part, textByRow))
  } catch (error) {
    if (error instanceof FileRefusal) return fail({ kind: 'unreadable-file', problem: error.problem })
    throw error
  }
}
