import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import iconv from 'iconv-lite'
import { writeWorkbook } from '../../../main/files/workbook-writer.ts'
import { generatePracticeMorning } from '../../../main/practice-morning/generate-practice-morning.ts'
import { makeSheet, makeXlsx } from '../../main/files/table-fixtures.ts'
import { mutateBytes, type Mutator } from './mutate-bytes.ts'
import { mutateText } from './mutate-text.ts'
import { mutateWorkbookXml } from './mutate-xml.ts'
import { mutateZipEntries, mutateZipHeaders } from './mutate-zip.ts'

/** Valid files of one kind and the ways to damage them. Another kind of file is another entry of `makeFuzzKinds`. */
export interface FuzzKind {
  extension: 'xlsx' | 'csv' | 'xls' | 'xml' | 'html'
  seeds: Buffer[]
  mutators: Mutator[]
}

const everyCellType = makeXlsx({
  sheet:
    '<cols><col min="2" max="3" hidden="1"/></cols>' +
    makeSheet(
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1"><v>400014700213</v></c>',
      '<c r="D1" s="0"><v>45000.5</v></c><c r="E1" s="1"><v>7</v></c><c r="F1" t="b"><v>1</v></c>',
      '<c r="G1" t="e"><v>#N/A</v></c><c r="H1" t="str"><f>A1&amp;B1</f><v>x_x0041_</v></c>',
      '<c r="I1" t="inlineStr"><is><r><t>FBA19</t></r><r><t>TB4K7Q2</t></r></is></c>',
    ) +
    '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>',
  sharedStrings:
    '<si><t>FBA货件号</t></si><si><r><t>箱</t></r><r><t>号</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>',
  formats: ['yyyy-mm-dd', '000000000000'],
  workbookPr: '<workbookPr date1904="1"/>',
})
const severalSheets = writeWorkbook([
  { name: '箱单', rows: [['FBA货件号', 'FBA箱号', '箱数'], ...makeBoxRows(8)], headerRows: 1 },
  {
    name: 'Sheet 2',
    rows: [
      ['Shipment ID', 'FC'],
      ['FBA19TB4K7Q2', 'ONT8'],
      [null, 'LAX9'],
    ],
    merges: [{ top: 2, left: 0, bottom: 3, right: 0 }],
  },
])

function makeBoxRows(count: number): (string | number)[][] {
  return Array.from({ length: count }, (_, index) => [
    'FBA19TB4K7Q2',
    `FBA19TB4K7Q2U${String(index + 1).padStart(6, '0')}`,
    index,
  ])
}

const fixtures = path.resolve(import.meta.dirname, '../../fixtures/xls')
const readFixtures = (extension: string): Buffer[] =>
  readdirSync(fixtures)
    .filter((name) => name.endsWith(extension))
    .toSorted()
    .map((name) => readFileSync(path.join(fixtures, name)))

export function makeFuzzKinds(): FuzzKind[] {
  const { files } = generatePracticeMorning()
  const listFiles = (extension: string) =>
    files.filter(({ name }) => name.endsWith(extension)).map(({ bytes }) => Buffer.from(bytes))
  const quoted = '客户,"箱, 号","备注"\r\nFBA19TB4K7Q2,"a ""b""","两\r\n行"\r\nFBA19TB4K7Q3,c,\r\n'
  return [
    {
      extension: 'xlsx',
      seeds: [Buffer.from(everyCellType), Buffer.from(severalSheets), ...listFiles('.xlsx')],
      mutators: [mutateBytes, mutateZipHeaders, mutateZipEntries, mutateWorkbookXml, mutateWorkbookXml],
    },
    {
      extension: 'csv',
      seeds: [
        Buffer.from(quoted),
        iconv.encode(quoted, 'gb18030'),
        iconv.encode(quoted, 'utf-16le', { addBOM: true }),
        Buffer.from(quoted.replaceAll(',', '\t')),
        ...listFiles('.csv'),
      ],
      mutators: [mutateBytes, mutateText, mutateText],
    },
    { extension: 'xls', seeds: readFixtures('.xls'), mutators: [mutateBytes] },
    { extension: 'xml', seeds: readFixtures('.xml'), mutators: [mutateBytes, mutateText] },
    { extension: 'html', seeds: readFixtures('.html'), mutators: [mutateBytes, mutateText] },
  ]
}
