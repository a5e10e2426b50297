import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  exportColumns,
  listBoxes,
  listPros,
  listShipments,
  planClientFiles,
  type ExportedShipment,
} from '../../shared/domain/export-plan.ts'
import { amazonModes } from '../../shared/domain/shipment.ts'
import { makeBox, makeCarrier, makeShipment, makeUpsCarrier } from '../support/factories.ts'

const freight: ExportedShipment = {
  shipment: makeShipment({
    fbaId: 'FBA19TB4K7Q2',
    pro: '8100200008',
    bol: 'BOL-77',
    referenceId: '2ABCDEF1',
    clientReference: 'PO 5',
    grossWeightKg: 249.5,
  }),
  carrier: makeCarrier(),
  boxes: [makeBox(), makeBox({ position: 2 })],
  templateSha256: null,
}
const parcel: ExportedShipment = {
  shipment: makeShipment({ id: 2, fbaId: 'FBA15TB8M3X9', amazonMode: 'SPD', fc: 'LAX9' }),
  carrier: makeUpsCarrier(),
  boxes: [
    makeBox({ boxId: 'FBA15TB8M3X9U000022', trackingId: '1ZA1B2C30300014703', weightKg: 12.4 }),
    makeBox({ position: 2, boxId: 'FBA15TB8M3X9U000023' }),
  ],
  templateSha256: null,
}

describe('a client’s files', () => {
  test('are a workbook for each parcel shipment, one PRO list for the rest, and the master sheet', () => {
    const files = planClientFiles([freight, parcel])
    expect(files.map(({ path, kind }) => [path, kind])).toEqual([
      ['upload/FBA15TB8M3X9.xlsx', 'tracking-workbook'],
      ['PRO-list.xlsx', 'pro-list'],
      ['master.xlsx', 'master'],
    ])
    expect(files.map(({ shipments }) => shipments.map(({ shipment }) => shipment.fbaId))).toEqual([
      ['FBA15TB8M3X9'],
      ['FBA19TB4K7Q2'],
      ['FBA15TB8M3X9', 'FBA19TB4K7Q2'],
    ])
  })

  test('hold no PRO list where there is nothing but parcel', () => {
    expect(planClientFiles([parcel]).map(({ path }) => path)).toEqual([
      'upload/FBA15TB8M3X9.xlsx',
      'master.xlsx',
    ])
  })

  test('are the same whatever order the shipments come in, and each shipment stands where it belongs', () => {
    const shipment = fc.record({ n: fc.nat(999), mode: fc.constantFrom(...amazonModes) })
    const all = fc.uniqueArray(shipment, { selector: ({ n }) => n, maxLength: 20 })
    fc.assert(
      fc.property(all, fc.infiniteStream(fc.nat()), (given, random) => {
        const shipments = given.map(({ n, mode }) => ({
          ...freight,
          shipment: makeShipment({ fbaId: `FBA19T000${String(n).padStart(3, '0')}`, amazonMode: mode }),
        }))
        const files = planClientFiles(shipments)
        const keyed = shipments.map((one) => ({ one, key: random.next().value as number }))
        expect(planClientFiles(keyed.toSorted((a, b) => a.key - b.key).map(({ one }) => one))).toEqual(files)
        expect(new Set(files.map(({ path }) => path)).size).toBe(files.length)
        const idsOf = (kind: string) =>
          files
            .filter((file) => file.kind === kind)
            .flatMap((file) => file.shipments.map((each) => each.shipment.fbaId))
        const sortedIds = (mode: (value: string) => boolean) =>
          given
            .filter(({ mode: own }) => mode(own))
            .map(({ n }) => `FBA19T000${String(n).padStart(3, '0')}`)
            .toSorted((a, b) => (a < b ? -1 : 1))
        expect(idsOf('tracking-workbook')).toEqual(sortedIds((mode) => mode === 'SPD'))
        expect(idsOf('pro-list')).toEqual(sortedIds((mode) => mode !== 'SPD'))
        expect(idsOf('master')).toEqual(sortedIds(() => true))
      }),
    )
  })
})

describe('rows', () => {
  test('of the PRO list say who moves what', () => {
    expect(listPros([freight])).toEqual([
      ['FBA19TB4K7Q2', '8100200008', '自营车队', 'TLBD', 'OTHER', 'ONT8', 'BOL-77', 2],
    ])
    expect(listPros([{ ...freight, carrier: null }])[0]!.slice(2, 5)).toEqual([null, null, null])
  })

  test('of the master sheet count boxes and tracking IDs', () => {
    expect(listShipments([parcel, freight])).toEqual([
      [
        'FBA15TB8M3X9',
        'SPD',
        'LAX9',
        'UPS',
        'UPSN',
        'UNITED_PARCEL_SERVICE_INC',
        null,
        null,
        null,
        null,
        2,
        1,
        null,
      ],
      [
        'FBA19TB4K7Q2',
        'LTL',
        'ONT8',
        '自营车队',
        'TLBD',
        'OTHER',
        '8100200008',
        'BOL-77',
        '2ABCDEF1',
        'PO 5',
        2,
        0,
        249.5,
      ],
    ])
  })

  test('of the box sheet stand in the order of the authoritative list', () => {
    expect(listBoxes([parcel])).toEqual([
      ['FBA15TB8M3X9', 1, 'FBA15TB8M3X9U000022', '1ZA1B2C30300014703', 12.4],
      ['FBA15TB8M3X9', 2, 'FBA15TB8M3X9U000023', null, null],
    ])
  })

  test('have a cell for every heading', () => {
    const widths = [listPros([freight])[0]!, listShipments([freight])[0]!, listBoxes([parcel])[0]!].map(
      (cells) => cells.length,
    )
    const headings = [exportColumns.proList, exportColumns.master, exportColumns.boxes]
    expect(widths).toEqual(headings.map((names) => names.length))
    for (const names of headings) expect(new Set(names).size).toBe(names.length)
  })
})
