import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeUps } from '../../shared/pairing/pairing-case.ts'
import { nextOpId } from '../../support/engine-process.ts'
import { listRows, readTree, readWorkbook, readZip } from '../../support/read-zip.ts'
import { addCarriers, assignAll, getBoxId, writeFreightFile } from '../../support/sample-files.ts'
import { openTestDesk, type TestDesk } from '../../support/test-desk.ts'
import { makeWorkbookParts, zipParts } from '../files/table-fixtures.ts'

const parcelId = 'FBA15P000001'
const numbers = [701, 733].map(makeUps)
const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** Client 宁波星野 with two ready freight shipments and a ready parcel shipment; one more freight lacks its PRO. */
async function openReadyDesk(): Promise<TestDesk> {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  await desk.import(writeFreightFile(desk.folder, 'a.csv', 3))
  const boxes = [1, 2].map((n) => `${parcelId},${getBoxId(parcelId, n)},LAX9,SPD,12.4`)
  await desk.import(desk.write('b.csv', ['FBA货件号,FBA箱号,仓库代码,派送方式,单箱毛重', ...boxes]))
  await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: { ids: [1, 2, 4] } })
  const text = [1, 2].map((n) => `${getBoxId(parcelId, n)}\t${numbers[n - 1]}`).join('\n')
  await desk.call('pairing.apply', { opId: nextOpId(), text })
  return desk
}

const exportTo = async (desk: TestDesk, folder: string, opId = nextOpId()) =>
  desk.call('export.run', { opId, folder: (await desk.call('folder.offer', { path: folder })).token })
const refuseTo = async (desk: TestDesk, folder: string) =>
  desk.refused('export.run', {
    opId: nextOpId(),
    folder: (await desk.call('folder.offer', { path: folder })).token,
  })

describe('an export', () => {
  test('holds every ready shipment’s files, and lists what is left out and why', async () => {
    const desk = await openReadyDesk()
    const leftOut = [
      {
        id: 3,
        fbaId: 'FBA19T000003',
        client: '宁波星野',
        status: 'incomplete',
        reasons: ['carrier-missing', 'pro-missing'],
      },
    ]
    const files = ['upload/FBA15P000001.xlsx', 'PRO-list.xlsx', 'master.xlsx']
    expect(await desk.call('export.plan', {})).toMatchObject({
      clients: [{ client: '宁波星野', shipments: 3, files, added: 3, changed: 0, unchanged: 0 }],
      leftOut,
      ready: 3,
    })
    const out = path.join(desk.folder, 'out')
    const result = await exportTo(desk, out)
    expect(result).toMatchObject({ folder: out, files: 3, shipments: 3, leftOut: 1, download: null })

    const tree = readTree(out)
    const paths = files.map((file) => `宁波星野/${file}`)
    expect([...tree.keys()].toSorted()).toEqual([...paths, 'SHA256SUMS', 'manifest.json'].toSorted())
    const manifest = JSON.parse(tree.get('manifest.json')!.toString()) as Record<string, unknown>
    expect(manifest).toMatchObject({
      clients: [{ client: '宁波星野', shipments: ['FBA15P000001', 'FBA19T000001', 'FBA19T000002'] }],
      leftOut: leftOut.map(({ id: _id, ...entry }) => entry),
      files: paths.map((file) => ({
        path: file,
        bytes: tree.get(file)!.length,
        sha256: hash(tree.get(file)!),
      })),
    })
    expect(result.manifestSha256).toBe(hash(tree.get('manifest.json')!))
    expect(tree.get('SHA256SUMS')!.toString()).toBe(
      paths.map((file) => `${hash(tree.get(file)!)}  ${file}\n`).join(''),
    )
    expect(readdirSync(desk.folder).filter((name) => name.endsWith('.partial'))).toEqual([])
  })

  test('says in its workbooks what another reader finds there, every number as text', async () => {
    const desk = await openReadyDesk()
    const out = path.join(desk.folder, 'out')
    await exportTo(desk, out)
    const tree = readTree(out)
    const upload = readWorkbook(tree.get(`宁波星野/upload/${parcelId}.xlsx`)!)
    expect([...upload.keys()]).toEqual(['TrackingIDs'])
    expect(listRows(upload.get('TrackingIDs')!).slice(3)).toEqual([
      ['Shipment ID', parcelId],
      ['', ''],
      ['-'.repeat(40), '-'.repeat(40)],
      ['Amazon FBA box label number', 'Tracking #'],
      [getBoxId(parcelId, 1), numbers[0]],
      [getBoxId(parcelId, 2), numbers[1]],
    ])
    const pros = readWorkbook(tree.get('宁波星野/PRO-list.xlsx')!)
    expect(listRows(pros.get('PRO numbers')!).slice(1)).toEqual([
      ['FBA19T000001', '8100000002', '自营车队', 'TLBD', 'OTHER', 'ONT8', '', '2'],
      ['FBA19T000002', '8100000010', '自营车队', 'TLBD', 'OTHER', 'ONT8', '', '2'],
    ])
    const master = readWorkbook(tree.get('宁波星野/master.xlsx')!)
    expect(listRows(master.get('Shipments')!).map((row) => [row[0], row[1], row[6], row[11]])).toEqual([
      ['FBA shipment ID', 'Mode', 'PRO number', 'With tracking ID'],
      [parcelId, 'SPD', '', '2'],
      ['FBA19T000001', 'LTL', '8100000002', '0'],
      ['FBA19T000002', 'LTL', '8100000010', '0'],
    ])
    expect(listRows(master.get('Boxes')!)).toHaveLength(1 + 2 + 2 + 2)
    expect(listRows(master.get('Boxes')!)[1]).toEqual([
      parcelId,
      '1',
      getBoxId(parcelId, 1),
      numbers[0],
      '12.4',
    ])
  })

  test('of the same data is the same byte for byte, in another folder and after a restart', async () => {
    const desk = await openReadyDesk()
    await exportTo(desk, path.join(desk.folder, 'one'))
    desk.restart()
    await exportTo(desk, path.join(desk.folder, 'two'))
    expect(readTree(path.join(desk.folder, 'two'))).toEqual(readTree(path.join(desk.folder, 'one')))
  })

  test('can be of one client', async () => {
    const desk = await openReadyDesk()
    await desk.import(writeFreightFile(desk.folder, 'c.csv', 1, 50), '深圳拓海')
    await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: { clients: ['深圳拓海'] } })
    const { token } = await desk.call('folder.offer', { path: path.join(desk.folder, 'out') })
    const result = await desk.call('export.run', { opId: nextOpId(), client: '深圳拓海', folder: token })
    expect(result).toMatchObject({ files: 2, shipments: 1, leftOut: 0 })
    expect(readdirSync(result.folder)).toContain('深圳拓海')
    expect(readdirSync(result.folder)).not.toContain('宁波星野')
    expect(await desk.refused('export.plan', { client: '无此客户' })).toEqual({
      kind: 'client-unknown',
      name: '无此客户',
    })
  })

  test('gives each client a folder of its own, safe as a name', async () => {
    const desk = openTestDesk()
    await addCarriers(desk.engine)
    for (const [i, client] of ['a/b', 'A_B', 'CON'].entries())
      await desk.import(writeFreightFile(desk.folder, `${i}.csv`, 1, i + 1), client)
    await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
    const { folder } = await exportTo(desk, path.join(desk.folder, 'out'))
    expect(readdirSync(folder).toSorted()).toEqual(
      ['A_B (2)', 'SHA256SUMS', '_CON', 'a_b', 'manifest.json'].toSorted(),
    )
  })

  test('without a ready shipment is refused', async () => {
    const desk = openTestDesk()
    await desk.import(writeFreightFile(desk.folder, 'a.csv', 1))
    expect(await desk.refused('export.run', { opId: nextOpId() })).toEqual({ kind: 'nothing-to-export' })
    expect(existsSync(path.join(desk.folder, 'export'))).toBe(false)
  })

  test('goes to the folder of exports by itself, which needs not be there', async () => {
    const desk = await openReadyDesk()
    const { folder } = await desk.call('export.run', { opId: nextOpId() })
    expect(path.dirname(folder)).toBe(path.join(desk.folder, 'export'))
    expect(path.basename(folder)).toMatch(/^\d{4}-\d{2}-\d{2}_\d{6}$/)
    expect(await desk.call('export.list', {})).toMatchObject({
      exports: [{ folder, files: 3, shipments: 3 }],
    })
  })
})

describe('the status of a shipment', () => {
  test('is exported after an export, changed after an edit of what was exported, and exported again by undo', async () => {
    const desk = await openReadyDesk()
    await exportTo(desk, path.join(desk.folder, 'one'))
    const edit = (field: 'fc' | 'note', text: string) =>
      desk.call('shipment.edit', { opId: nextOpId(), edits: [{ id: 1, field, text }], gesture: 'edit' })
    const statusOf = async (fbaId: string) => (await desk.row(fbaId)).status
    expect(await statusOf('FBA19T000001')).toBe('exported')
    expect(await statusOf('FBA19T000003')).toBe('incomplete')
    await edit('note', '加急')
    expect(await statusOf('FBA19T000001')).toBe('exported')
    await edit('fc', 'LAX9')
    expect(await statusOf('FBA19T000001')).toBe('changed')
    desk.restart()
    expect(await statusOf('FBA19T000001')).toBe('changed')
    expect((await desk.call('export.plan', {})).clients).toMatchObject([
      { added: 0, changed: 1, unchanged: 2 },
    ])
    await desk.call('history.undo', { opId: nextOpId() })
    expect(await statusOf('FBA19T000001')).toBe('exported')
    const [box] = await desk.boxes(parcelId)
    const tracking = { id: box!.id, field: 'trackingId' as const, text: makeUps(999) }
    await desk.call('box.edit', { opId: nextOpId(), edits: [tracking], gesture: 'edit' })
    expect(await statusOf(parcelId)).toBe('changed')
    await exportTo(desk, path.join(desk.folder, 'two'))
    expect(await statusOf(parcelId)).toBe('exported')
  })

  test('exported once does not let out again what has left its client’s file since', async () => {
    const desk = await openReadyDesk()
    await exportTo(desk, path.join(desk.folder, 'one'))
    await desk.import(writeFreightFile(desk.folder, 'a.csv', 1, 2))
    const { leftOut, ready } = await desk.call('export.plan', {})
    expect(ready).toBe(2)
    expect(leftOut.map(({ fbaId, reasons }) => [fbaId, reasons.includes('gone-from-file')])).toEqual([
      ['FBA19T000001', true],
      ['FBA19T000003', true],
    ])
  })
})

describe('all or nothing', () => {
  const listLeft = (desk: TestDesk) => readdirSync(desk.folder).filter((name) => /out|partial|zip/.test(name))

  test.each([
    [
      'a folder with something in it',
      (out: string) => (mkdirSync(out), writeFileSync(path.join(out, 'mine'), 'x')),
      'target-exists',
    ],
    ['a file in the way', (out: string) => writeFileSync(out, 'x'), 'target-exists'],
    [
      'a file where a folder above should be',
      (out: string) => writeFileSync(path.dirname(out), 'x'),
      'not-a-folder',
    ],
  ])('%s is a problem, known before anything is made, and nothing is written', async (_name, block, kind) => {
    const desk = await openReadyDesk()
    const out = path.join(desk.folder, 'above', 'out')
    if (kind === 'target-exists') mkdirSync(path.dirname(out))
    block(out)
    const before = readTree(desk.folder)
    expect(await refuseTo(desk, out)).toMatchObject({ kind: 'not-published', problem: { kind } })
    expect([...readTree(desk.folder).keys()]).toEqual([...before.keys()])
    expect((await desk.call('export.list', {})).exports).toEqual([])
    expect((await desk.row('FBA19T000001')).status).toBe('ready')
  })

  test('an empty folder gives way to the export', async () => {
    const desk = await openReadyDesk()
    const out = path.join(desk.folder, 'out')
    mkdirSync(out)
    await exportTo(desk, out)
    expect(existsSync(path.join(out, 'manifest.json'))).toBe(true)
  })

  test('a cancelled export leaves nothing, and an empty folder as it was', async () => {
    const desk = await openReadyDesk()
    const out = path.join(desk.folder, 'out')
    mkdirSync(out)
    const exporting = refuseTo(desk, out)
    await new Promise(setImmediate)
    // Two imports before it were jobs too, a read and a commit each.
    desk.engine.cancel(5)
    expect((await exporting).kind).toMatch(/^(?:cancelled|not-published)$/)
    expect(listLeft(desk)).toEqual(['out'])
    expect(readdirSync(out)).toEqual([])
    expect((await desk.row('FBA19T000001')).status).toBe('ready')
  })

  test('the same operation again writes nothing further and answers the same', async () => {
    const desk = await openReadyDesk()
    const opId = nextOpId()
    const first = await exportTo(desk, path.join(desk.folder, 'one'), opId)
    expect(await exportTo(desk, path.join(desk.folder, 'two'), opId)).toEqual(first)
    expect(existsSync(path.join(desk.folder, 'two'))).toBe(false)
    expect((await desk.call('export.list', {})).exports).toHaveLength(1)
  })

  test('an unknown folder token is refused', async () => {
    const desk = await openReadyDesk()
    expect(await desk.refused('export.run', { opId: nextOpId(), folder: '0'.repeat(32) })).toEqual({
      kind: 'token-unknown',
    })
  })
})

describe('the client’s own tracking workbook', () => {
  const sheetXml = (trackingIds: string[] = []) =>
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<worksheet xmlns="m"><cols><col min="2" max="2" width="100.875" style="1"/></cols><sheetData>' +
    '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' +
    `<row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" t="s"><v>2</v></c></row>` +
    '<row r="7"><c r="A7" t="s"><v>3</v></c><c r="B7" t="s"><v>4</v></c></row>' +
    [5, 6]
      .map(
        (string, i) =>
          `<row r="${8 + i}"><c r="A${8 + i}" t="s"><v>${string}</v></c>${trackingIds[i] === undefined ? '' : `<c r="B${8 + i}" s="1" t="inlineStr"><is><t>${trackingIds[i]}</t></is></c>`}</row>`,
      )
      .join('') +
    '</sheetData><dataValidations count="1"><dataValidation sqref="B8:B1048576"/></dataValidations></worksheet>'
  const texts = [
    'Instructions',
    'Shipment ID',
    parcelId,
    'Amazon FBA box label number',
    'Tracking #',
    getBoxId(parcelId, 1),
    getBoxId(parcelId, 2),
  ]
  const parts: Record<string, string> = {
    ...makeWorkbookParts({
      sheet: sheetXml(),
      sharedStrings: texts.map((text) => `<si><t>${text}</t></si>`).join(''),
    }),
    'xl/vbaProject.bin': '\0binary\x01'.repeat(50),
    'docProps/core.xml': '<coreProperties/>',
  }
  parts['xl/workbook.xml'] = parts['xl/workbook.xml']!.replace('Boxes', 'TrackingIDs')
  const template = Buffer.from(zipParts(parts))

  async function openTemplateDesk(client = '宁波星野'): Promise<TestDesk> {
    const desk = openTestDesk()
    await addCarriers(desk.engine)
    await desk.import(desk.write(`${parcelId}.xlsx`, template), client)
    return desk
  }
  const complete = async (desk: TestDesk) => {
    const { id } = await desk.row(parcelId)
    const edits = [{ id, field: 'amazonMode' as const, text: 'SPD' }]
    await desk.call('shipment.edit', { opId: nextOpId(), edits, gesture: 'edit' })
    await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
    await desk.call('pairing.apply', { opId: nextOpId(), text: numbers.join('\n'), shipmentId: id })
  }

  test('is filled in column B, and every other part of it stays byte for byte', async () => {
    const desk = await openTemplateDesk()
    expect(await desk.row(parcelId)).toMatchObject({ hasTemplate: true, boxes: 2 })
    await complete(desk)
    const { folder } = await exportTo(desk, path.join(desk.folder, 'out'))
    const filled = readZip(readTree(folder).get(`宁波星野/upload/${parcelId}.xlsx`)!)
    const original = readZip(template)
    expect([...filled.keys()]).toEqual([...original.keys()])
    const changed = [...original].filter(([name, part]) => !filled.get(name)!.packed.equals(part.packed))
    expect(changed.map(([name]) => name)).toEqual(['xl/worksheets/sheet1.xml'])
    expect(filled.get('xl/worksheets/sheet1.xml')!.content.toString()).toBe(sheetXml(numbers))
  })

  test('stays with its shipment when a sheet of another layout brings the rest', async () => {
    const desk = await openTemplateDesk()
    const head = 'FBA货件号,FBA箱号,仓库代码,派送方式'
    const rows = [1, 2].map((n) => `${parcelId},${getBoxId(parcelId, n)},LAX9,SPD`)
    await desk.import(desk.write('a.csv', [head, ...rows]))
    expect(await desk.row(parcelId)).toMatchObject({
      hasTemplate: true,
      boxes: 2,
      amazonMode: 'SPD',
      fc: 'LAX9',
    })
  })

  test('of a shipment that belongs to another client is not taken', async () => {
    const desk = openTestDesk()
    await addCarriers(desk.engine)
    const rows = [1, 2].map((n) => `${parcelId},${getBoxId(parcelId, n)},LAX9,SPD`)
    await desk.import(desk.write('a.csv', ['FBA货件号,FBA箱号,仓库代码,派送方式', ...rows]))
    await desk.import(desk.write(`${parcelId}.xlsx`, template), '深圳拓海')
    expect(await desk.row(parcelId)).toMatchObject({ client: '宁波星野', hasTemplate: false })
  })

  test('with other boxes than are on file stops the export, and names the shipment', async () => {
    const desk = await openTemplateDesk()
    const extra = `${parcelId},${getBoxId(parcelId, 3)},LAX9,SPD,${makeUps(999)}`
    await desk.import(desk.write('a.csv', ['FBA货件号,FBA箱号,仓库代码,派送方式,快递单号', extra]))
    await complete(desk)
    const out = path.join(desk.folder, 'out')
    expect(await refuseTo(desk, out)).toEqual({
      kind: 'template-refused',
      fbaId: parcelId,
      problem: { kind: 'boxes-differ', notInTemplate: [getBoxId(parcelId, 3)], notInBatch: [] },
    })
    expect(existsSync(out)).toBe(false)
    // What is known of the target at once is said before any file is made.
    writeFileSync(out, 'x')
    expect(await refuseTo(desk, out)).toMatchObject({ kind: 'not-published' })
  })
})
