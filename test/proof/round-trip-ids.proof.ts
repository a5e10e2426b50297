import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { roundTripIds } from '../support/round-trip-ids.ts'

/** Every sheet's rows by openpyxl (`apt-get install python3-openpyxl`). */
function readByOpenpyxl(file: string): Record<string, (string | number | null)[][]> {
  const script = `import json, openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
print(json.dumps({sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}))`
  const json = execFileSync('/usr/bin/python3', ['-c', script, file], { maxBuffer: 2 ** 30 })
  return JSON.parse(json.toString()) as Record<string, (string | number | null)[][]>
}

test('100,000 identifiers come out as they went in, as another program reads them', async () => {
  const { master, shipments, boxes, ids } = await roundTripIds(10_000)
  const sheets = readByOpenpyxl(master)
  const [, ...boxRows] = sheets['Boxes']!
  expect(boxRows.map(([fbaId, , boxId, trackingId]) => [fbaId, boxId, trackingId].join())).toEqual(
    boxes.map(({ fbaId, boxId, trackingId }) => [fbaId, boxId, trackingId].join()),
  )
  const [, ...shipmentRows] = sheets['Shipments']!
  expect(shipmentRows.map((row) => [row[0], row[6], row[8]].join())).toEqual(
    shipments.map(({ fbaId, pro, referenceId }) => [fbaId, pro, referenceId].join()),
  )
  process.stdout.write(`${ids} identifiers are equal, byte for byte\n`)
})
