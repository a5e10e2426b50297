import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { fillTrackingTemplate } from '../../main/files/tracking-template.ts'
import { buildTrackingWorkbook } from '../../main/files/tracking-workbook.ts'
import { makeTempFolder } from '../support/temp-folder.ts'

const shipmentId = 'FBA19TB4K7Q2'
const pairs = [
  '1ZA1B2C30300014703',
  '400014700213',
  '000061290001470020',
  '9400190000014700000212',
  '0123456789',
].map((trackingId, i) => ({ boxId: `${shipmentId}U${String(i + 22).padStart(6, '0')}`, trackingId }))

/** What LibreOffice shows of the first sheet, as rows of cells. */
function showInLibreOffice(folder: string, name: string, bytes: Uint8Array): string[][] {
  const file = path.join(folder, `${name}.xlsx`)
  writeFileSync(file, bytes)
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const filter = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false'
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, file], {
    stdio: 'pipe',
  })
  const text = readFileSync(path.join(folder, `${name}.csv`), 'utf8')
  return text.split('\n').map((line) => line.split('\t').map((cell) => cell.replace(/^"|"$/g, '')))
}

const expected = pairs.map(({ boxId, trackingId }) => [boxId, trackingId])

test('LibreOffice shows every ID of a generated tracking workbook with all its digits', () => {
  const rows = showInLibreOffice(
    makeTempFolder(),
    'generated',
    buildTrackingWorkbook({ shipmentId, boxes: pairs }),
  )
  expect(rows[3]).toEqual(['Shipment ID', shipmentId])
  expect(rows.slice(7, 7 + pairs.length)).toEqual(expected)
})

test('LibreOffice shows every ID of a filled template with all its digits', async () => {
  const template = buildTrackingWorkbook({
    shipmentId,
    boxes: pairs.map(({ boxId }) => ({ boxId, trackingId: '' })),
  })
  const filled = await fillTrackingTemplate(
    template,
    shipmentId,
    new Map(pairs.map(({ boxId, trackingId }) => [boxId, trackingId])),
  )
  if (!filled.ok) throw new Error(filled.problem.kind)
  const rows = showInLibreOffice(makeTempFolder(), 'filled', filled.value)
  expect(rows.slice(7, 7 + pairs.length)).toEqual(expected)
})
