import type { FileProblem } from '../../shared/domain/file-problem.ts'
import {
  deflateRepeated,
  makeRawZip,
  makeSheet,
  makeWorkbookParts,
  makeXlsx,
  type RawEntry,
} from '../main/files/table-fixtures.ts'

export interface Bomb {
  name: string
  bytes: Uint8Array
  /** Why it is refused; null where it is harmless, whatever it claims, and read. */
  refusal: FileProblem['kind'] | null
}

const mebibyte = 1024 * 1024
const sheetPart = 'xl/worksheets/sheet1.xml'
const stringsPart = 'xl/sharedStrings.xml'
const oneCell = makeSheet('<c r="A1"><v>1</v></c>')

const makeWith = (entry: RawEntry): Buffer =>
  makeRawZip([
    ...Object.entries(makeWorkbookParts({}))
      .filter(([name]) => name !== entry.name)
      .map(([name, content]) => ({ name, content })),
    entry,
  ])

/** A part that repeats a text until it is so large, and says so unless told otherwise. */
function inflateTo(
  name: string,
  [head, block, tail]: readonly [string, string, string],
  megabytes: number,
  declaredMegabytes?: number,
): RawEntry {
  const many = block.repeat(Math.ceil(mebibyte / block.length))
  const times = Math.ceil((megabytes * mebibyte) / many.length)
  const realBytes = head.length + many.length * times + tail.length
  const declaredBytes = declaredMegabytes === undefined ? realBytes : declaredMegabytes * mebibyte
  return { name, packed: deflateRepeated(head, many, times, tail), declaredBytes }
}

const strings = ['<sst>', `<si><t>${'a'.repeat(48)}</t></si>`, '</sst>'] as const
const cellOf = [
  '<worksheet><sheetData><row><c t="str"><v>',
  '1',
  '</v></c></row></sheetData></worksheet>',
] as const
const rowsOf = ['<worksheet><sheetData>', '<row><c><v>1</v></c></row>', '</sheetData></worksheet>'] as const

const withEntity = (declaration: string): Uint8Array =>
  makeXlsx({
    sheet:
      `<?xml version="1.0"?><!DOCTYPE worksheet [${declaration}]>` +
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>&e9;</t></is></c></row></sheetData></worksheet>',
  })
const nestedEntities = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`)

const withName = (name: string): Buffer =>
  makeRawZip([
    ...Object.entries(makeWorkbookParts({})).map(([part, content]) => ({ name: part, content })),
    { name },
  ])

/** Files made to hurt whoever reads them, as the reliability notes list them. Made one by one: some are large. */
export function* makeBombs(): Generator<Bomb> {
  const make = (name: string, refusal: Bomb['refusal'], bytes: Uint8Array): Bomb => ({ name, refusal, bytes })
  yield make('a 1,000:1 zip', 'bomb', makeWith(inflateTo(sheetPart, rowsOf, 390)))
  yield make('400 MB of shared strings', 'bomb', makeWith(inflateTo(stringsPart, strings, 400)))
  yield make(
    '400 MB of shared strings that claim 9 MB',
    'damaged-zip',
    makeWith(inflateTo(stringsPart, strings, 400, 9)),
  )
  yield make('one cell of 600 MB', 'bomb', makeWith(inflateTo(sheetPart, cellOf, 600)))
  yield make(
    'one cell of 600 MB that claims 9 MB',
    'damaged-xml',
    makeWith(inflateTo(sheetPart, cellOf, 600, 9)),
  )
  yield make('nested entities', 'doctype', withEntity(`<!ENTITY e0 "x">${nestedEntities.join('')}`))
  yield make('an external entity', 'doctype', withEntity('<!ENTITY e9 SYSTEM "file:///etc/passwd">'))
  yield make('a size larger than the truth', 'damaged-zip', makeWith(inflateTo(sheetPart, rowsOf, 1, 9)))
  yield make('a name twice', 'duplicate-entry', withName('xl/workbook.xml'))
  yield make('an absolute name', 'unsafe-entry', withName('/etc/passwd'))
  yield make('a name that climbs out', 'unsafe-entry', withName('xl/../../passwd'))
  yield make(
    '2,001 entries',
    'too-many-entries',
    makeRawZip(Array.from({ length: 2_001 }, (_, index) => ({ name: `${index}.xml` }))),
  )
  yield make('65 levels of XML', 'too-deep', makeXlsx({ sheet: `${'<a>'.repeat(64)}${'</a>'.repeat(64)}` }))
  yield make(
    '600 columns in a workbook',
    'too-many-columns',
    makeXlsx({ sheet: makeSheet('<c r="WB1"><v>1</v></c>') }),
  )
  yield make('600 columns in a text', 'too-many-columns', Buffer.from(`${'1,'.repeat(599)}1\n`.repeat(1_000)))
  yield make(
    'a dimension of the whole sheet',
    null,
    makeXlsx({ sheet: `<dimension ref="A1:XFD1048576"/>${oneCell}` }),
  )
  yield make(
    'a merge over the whole sheet',
    null,
    makeXlsx({ sheet: `${oneCell}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>` }),
  )
  yield make(
    'a validation over the whole sheet',
    null,
    makeXlsx({
      sheet: `${oneCell}<dataValidations><dataValidation sqref="A1:XFD1048576"><formula1>1</formula1></dataValidation></dataValidations>`,
    }),
  )
}
