import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listRows, readWorkbook } from '../../support/read-zip.ts'
import { roundTripIds } from '../../support/round-trip-ids.ts'

test('identifiers come out of the database as they stood in workbooks and texts, digit for digit', async () => {
  const { master, shipments, boxes } = await roundTripIds(200)
  const sheets = readWorkbook(readFileSync(master))
  const [, ...boxRows] = listRows(sheets.get('Boxes')!)
  expect(boxRows.map(([fbaId, , boxId, trackingId]) => [fbaId, boxId, trackingId])).toEqual(
    boxes.map(({ fbaId, boxId, trackingId }) => [fbaId, boxId, trackingId]),
  )
  const [, ...shipmentRows] = listRows(sheets.get('Shipments')!)
  expect(shipmentRows.map((row) => [row[0], row[6], row[8]])).toEqual(
    shipments.map(({ fbaId, pro, referenceId }) => [fbaId, pro, referenceId]),
  )
})
