import { deflateRawSync } from 'node:zlib'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { fillTrackingTemplate } from '../../../main/files/tracking-template.ts'
import { readTrackingWorkbook } from '../../../main/files/tracking-workbook.ts'
import { parseZipArchive } from '../../../main/files/zip-records.ts'
import { getCells, makeRawZip, makeWorkbookParts, readBytes, type RawEntry } from './table-fixtures.ts'

const shipmentId = 'FBA19TB4K7Q2'
const sheetPart = 'xl/worksheets/sheet1.xml'

const sheetXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<worksheet xmlns="m"><dimension ref="A1:B11"/>' +
  '<cols><col min="1" max="1" width="25.875"/><col min="2" max="2" width="100.875" style="9"/></cols><sheetData>' +
  '<row r="4"><c r="A4" t="s"><v>0</v></c><c r="B4" t="s"><v>1</v></c></row>' +
  '<row r="7"><c r="A7" t="s"><v>2</v></c><c r="B7" t="s"><v>3</v></c></row>' +
  '<row r="8" spans="1:2"><c r="A8" s="2" t="s"><v>4</v></c><c r="B8" s="3"/></row>' +
  '<row r="9"><c r="A9" t="inlineStr"><is><t>FBA19TB4K7Q2U000022</t></is></c></row>' +
  '<row r="10" s="5" customFormat="1"><c r="A10" t="s"><v>5</v></c><c r="C10"><v>7</v></c></row>' +
  '<row r="11"><c r="A11" t="s"><v>6</v></c><c r="B11" s="4"><v>400014700213</v></c></row>' +
  '</sheetData><!-- kept --><dataValidations count="1"><dataValidation sqref="B8:B1048576"/></dataValidations></worksheet>'

const sharedStrings = [
  'Shipment ID',
  shipmentId,
  'Amazon FBA box label number',
  'Tracking #',
  'FBA19TB4K7Q2U000021',
  'FBA19TB4K7Q2U000023',
  'FBA19TB4K7Q2U000024',
]
  .map((text) => `<si><t>${text}</t></si>`)
  .join('')

const parts: Record<string, string> = {
  ...makeWorkbookParts({ sharedStrings, sheet: sheetXml }),
  'xl/vbaProject.bin': '\0binary\x01'.repeat(50),
  'docProps/core.xml': '<coreProperties/>',
}
parts['xl/workbook.xml'] = parts['xl/workbook.xml']!.replace('Boxes', 'TrackingIDs')

const listEntries = (sheet = sheetXml): RawEntry[] =>
  Object.entries(parts).map(([name, content]) => ({ name, content: name === sheetPart ? sheet : content }))

const pairs = new Map([
  ['FBA19TB4K7Q2U000024', '1ZA1B2C30300014724'],
  ['FBA19TB4K7Q2U000021', '1ZA1B2C30300014721'],
  ['FBA19TB4K7Q2U000022', '000000000022'],
  ['FBA19TB4K7Q2U000023', '1ZA1B2C30300014723'],
])

const inline = (row: number, style: number, id: string) =>
  `<c r="B${row}" s="${style}" t="inlineStr"><is><t>${id}</t></is></c>`

async function fill(template: Uint8Array): Promise<Uint8Array> {
  const result = await fillTrackingTemplate(template, shipmentId, pairs)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

/** Raw records of a zip: local header and packed bytes together. */
function getRecords(bytes: Uint8Array): Map<string, string> {
  const archive = parseZipArchive(Buffer.from(bytes))
  return new Map(
    archive.records.map(({ name, localStart, localEnd }) => [
      name,
      archive.bytes.toString('hex', localStart, localEnd),
    ]),
  )
}

describe('a filled template', () => {
  test('pairs every box with its tracking ID, as text', async () => {
    const filled = await fill(makeRawZip(listEntries()))
    expect(getCells(await readBytes(filled)).slice(2)).toEqual([
      ['FBA19TB4K7Q2U000021', '1ZA1B2C30300014721'],
      ['FBA19TB4K7Q2U000022', '000000000022'],
      ['FBA19TB4K7Q2U000023', '1ZA1B2C30300014723', { type: 'number', raw: '7' }],
      ['FBA19TB4K7Q2U000024', '1ZA1B2C30300014724'],
    ])
    expect(await readTrackingWorkbook(filled)).toMatchObject({
      value: {
        boxes: [8, 9, 10, 11].map((row, index) => {
          const boxId = `FBA19TB4K7Q2U0000${21 + index}`
          return { boxId, trackingId: pairs.get(boxId), row }
        }),
      },
    })
  })

  test('differs from the client’s file in column B of the box rows only', async () => {
    const filled = await fill(makeRawZip(listEntries()))
    const expected = sheetXml
      .replace('<c r="B8" s="3"/>', inline(8, 3, '1ZA1B2C30300014721'))
      .replace('000022</t></is></c>', `000022</t></is></c>${inline(9, 9, '000000000022')}`)
      .replace('<v>5</v></c>', `<v>5</v></c>${inline(10, 5, '1ZA1B2C30300014723')}`)
      .replace('<c r="B11" s="4"><v>400014700213</v></c>', inline(11, 4, '1ZA1B2C30300014724'))
    expect(strFromU8(unzipSync(filled)[sheetPart]!)).toBe(expected)
  })

  test('keeps every other part byte for byte, packed as it was, in its place', async () => {
    const template = makeRawZip(listEntries())
    const before = getRecords(template)
    const after = getRecords(await fill(template))
    expect([...after.keys()]).toEqual([...before.keys()])
    const changed = [...before].filter(([name, record]) => after.get(name) !== record)
    expect(changed.map(([name]) => name)).toEqual([sheetPart])
  })

  test('is the same every time, and filling it again changes nothing', async () => {
    const filled = await fill(makeRawZip(listEntries()))
    expect(Buffer.compare(filled, await fill(makeRawZip(listEntries())))).toBe(0)
    expect(Buffer.compare(filled, await fill(filled))).toBe(0)
  })

  test('may have been packed with descriptors, comments and stored parts', async () => {
    const stored = zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, [Buffer.from(part), { level: 0 }]]),
      ),
      { comment: 'made by hand', mtime: '2026-11-03' },
    )
    const filled = await fill(stored)
    expect(getRecords(filled).get('xl/vbaProject.bin')).toBe(getRecords(stored).get('xl/vbaProject.bin'))

    const described = listEntries().map((entry) => {
      const packed = deflateRawSync(Buffer.from(entry.content!))
      const descriptor = Buffer.alloc(16)
      descriptor.writeUInt32LE(0x08074b50)
      return { ...entry, packed, flags: 8, descriptor }
    })
    const template = makeRawZip(described)
    expect(getRecords(await fill(template)).get('docProps/core.xml')).toBe(
      getRecords(template).get('docProps/core.xml'),
    )
  })

  test('may use a namespace prefix', async () => {
    const prefixed = sheetXml.replace(/<(\/?)([a-z])/gi, '<$1x:$2').replace('xmlns="m"', 'xmlns:x="m"')
    const filled = await fill(makeRawZip(listEntries(prefixed)))
    expect(strFromU8(unzipSync(filled)[sheetPart]!)).toContain(
      '<x:c r="B9" s="9" t="inlineStr"><x:is><x:t>000000000022</x:t></x:is></x:c>',
    )
  })
})

describe('a template is refused', () => {
  const template = makeRawZip(listEntries())

  test('when it is another shipment’s', async () => {
    expect(await fillTrackingTemplate(template, 'FBA19TB4K7Q3', pairs)).toEqual({
      ok: false,
      problem: { kind: 'shipment-differs', expected: 'FBA19TB4K7Q3', found: shipmentId },
    })
  })

  test('when its boxes are not exactly ours', async () => {
    const others = new Map(pairs)
    others.delete('FBA19TB4K7Q2U000022')
    others.set('FBA19TB4K7Q2U000099', 'X')
    expect(await fillTrackingTemplate(template, shipmentId, others)).toEqual({
      ok: false,
      problem: {
        kind: 'boxes-differ',
        notInTemplate: ['FBA19TB4K7Q2U000099'],
        notInBatch: ['FBA19TB4K7Q2U000022'],
      },
    })
  })

  test('when a cell of column B is a formula', async () => {
    const sheet = sheetXml.replace('<v>400014700213</v>', '<f>1+1</f><v>2</v>')
    expect(await fillTrackingTemplate(makeRawZip(listEntries(sheet)), shipmentId, pairs)).toEqual({
      ok: false,
      problem: { kind: 'not-that-layout', cell: 'B11' },
    })
  })

  test('when it is damaged anywhere', async () => {
    for (let cut = 1; cut < template.length; cut += 97) {
      const result = await fillTrackingTemplate(template.subarray(0, cut), shipmentId, pairs)
      expect(result).toMatchObject({ ok: false, problem: { kind: 'unreadable-file' } })
    }
  })
})
