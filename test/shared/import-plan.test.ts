import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Box } from '../../shared/domain/box.ts'
import {
  planImport,
  type ExistingShipment,
  type ImportContext,
  type ImportPlan,
} from '../../shared/domain/import-plan.ts'
import type { ImportedBox, ImportedShipment } from '../../shared/domain/sheet/imported-shipment.ts'
import { invertCells, type CellChange } from '../../shared/domain/patch.ts'
import { makeBox, makeShipment } from '../support/factories.ts'

const place = { sheet: 0, row: 2 }
const makeListed = (values: Partial<ImportedBox> = {}): ImportedBox => ({
  boxId: null,
  trackingId: null,
  weightKg: null,
  place,
  ...values,
})
const makeImported = (values: Partial<ImportedShipment> = {}): ImportedShipment => ({
  fbaId: 'FBA19TB4K7Q2',
  place,
  extras: {},
  boxes: [],
  ...values,
})
const makeExisting = (
  shipment: Parameters<typeof makeShipment>[0] = {},
  boxes: Partial<Box>[] = [],
  clientName = '宁波星野',
): ExistingShipment => ({
  shipment: makeShipment(shipment),
  clientName,
  boxes: boxes.map((box, i) => makeBox({ id: i + 1, position: i + 1, ...box })),
})

function plan(
  imported: ImportedShipment[],
  existing: ExistingShipment[] = [],
  over: Partial<ImportContext> = {},
): ImportPlan {
  const boxes = existing.flatMap((each) =>
    each.boxes.map((box) => [box.trackingId, each.shipment.fbaId] as const),
  )
  return planImport(imported, {
    importId: 9,
    clientName: '宁波星野',
    accountId: 1,
    accountIds: new Map([['DE', 7]]),
    existing: new Map(existing.map((each) => [each.shipment.fbaId, each])),
    previous: new Map(),
    trackingOwners: new Map(boxes.filter((pair): pair is [string, string] => pair[0] !== null)),
    proOwners: new Map(
      existing.flatMap(({ shipment }) => (shipment.pro ? [[shipment.pro, shipment.fbaId]] : [])),
    ),
    findStandIn: () => null,
    isReplaceable: (fbaId) => fbaId === 'FBA19TB1AAA1',
    findCarrier: (name) => (name === 'UPS' ? 2 : null),
    isTyped: () => false,
    overwritesTyped: false,
    isHistory: false,
    firstShipmentId: 101,
    firstBoxId: 1_001,
    wantsRows: true,
    ...over,
  })
}

/** Rows a plan creates, as objects. */
function listRows(planned: ImportPlan, entity: 'shipment' | 'box'): Record<string, unknown>[] {
  const insert = planned.patch.inserts.find((each) => each.entity === entity)!
  return insert.rows.map((row) => Object.fromEntries(insert.fields.map((field, i) => [field, row[i]])))
}
const listCells = (planned: ImportPlan) =>
  planned.patch.cells.map(({ entity, id, field, before, after }) => [`${entity} ${id}`, field, before, after])

describe('a new shipment', () => {
  test('comes in with its place in the file and the boxes it lists, in their order', () => {
    const planned = plan([
      makeImported({
        fc: 'ONT8',
        amazonMode: 'LTL',
        pro: '8100200008',
        boxes: [
          makeListed({
            boxId: 'FBA19TB4K7Q2U000022',
            trackingId: 'T22',
            weightKg: 12.4,
            place: { sheet: 1, row: 7 },
          }),
          makeListed({ boxId: 'FBA19TB4K7Q2U000021' }),
        ],
      }),
    ])
    expect(listRows(planned, 'shipment')).toMatchObject([
      {
        id: 101,
        fbaId: 'FBA19TB4K7Q2',
        accountId: 1,
        fc: 'ONT8',
        pro: '8100200008',
        importId: 9,
        sourceRow: 2,
      },
    ])
    const box = { shipmentId: 101, isTrackingShared: 0, importId: 9 }
    expect(listRows(planned, 'box')).toEqual([
      {
        ...box,
        id: 1_001,
        position: 1,
        boxId: 'FBA19TB4K7Q2U000022',
        trackingId: 'T22',
        weightKg: 12.4,
        sourceSheet: 1,
        sourceRow: 7,
      },
      {
        ...box,
        id: 1_002,
        position: 2,
        boxId: 'FBA19TB4K7Q2U000021',
        trackingId: null,
        weightKg: null,
        sourceSheet: 0,
        sourceRow: 2,
      },
    ])
    expect(planned).toMatchObject({
      difference: { newShipments: 1, newBoxes: 2, changedShipments: 0, same: 0 },
      shipmentCount: 1,
    })
  })

  test('has as many unnamed boxes as the file counts, and its own carrier unless the file says otherwise', () => {
    const planned = plan([makeImported({ declaredBoxCount: 3 })])
    expect(listRows(planned, 'box').map((box) => [box['position'], box['boxId']])).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ])
    expect(listRows(planned, 'shipment')[0]).toMatchObject({
      programme: 'own',
      amazonMode: null,
      declaredBoxCount: 3,
    })
  })

  test('keeps the client’s word for a carrier nobody knows beside it', () => {
    const extras = (carrierName: string) =>
      listRows(plan([makeImported({ carrierName, extras: { 备注二: 'x' } })]), 'shipment')[0]
    expect(extras('UPS')).toMatchObject({ carrierId: 2, extras: '{"备注二":"x"}' })
    expect(extras('顺风')).toMatchObject({ carrierId: null, extras: '{"备注二":"x","carrier":"顺风"}' })
  })
})

describe('a shipment on file', () => {
  test('changes where the file differs; a blank in the file erases nothing', () => {
    const known = makeExisting({ fc: 'ONT8', referenceId: '2ABCDEF1', grossWeightKg: 249, note: '加急' })
    const planned = plan([makeImported({ fc: 'LAX9', grossWeightKg: 250.5, note: '加急' })], [known])
    expect(listCells(planned)).toEqual([
      ['shipment 1', 'fc', 'ONT8', 'LAX9'],
      ['shipment 1', 'grossWeightKg', 249, 250.5],
    ])
    expect(planned.difference).toMatchObject({
      changedShipments: 1,
      same: 0,
      changes: [
        { fbaId: 'FBA19TB4K7Q2', field: 'fc', before: 'ONT8', after: 'LAX9', isTyped: false },
        { fbaId: 'FBA19TB4K7Q2', field: 'grossWeightKg', before: '249', after: '250.5', isTyped: false },
      ],
    })
  })

  test('of another client is claimed and never touched', () => {
    const known = makeExisting({ fc: 'ONT8' }, [{ boxId: 'FBA19TB4K7Q2U000001' }], '深圳拓海')
    const planned = plan(
      [makeImported({ fc: 'LAX9', pro: 'P1', boxes: [makeListed({ trackingId: 'T1' })] })],
      [known],
    )
    expect(planned.patch.cells).toEqual([])
    expect(planned).toMatchObject({ shipmentCount: 0 })
    expect(planned.difference.claimed).toEqual([{ fbaId: 'FBA19TB4K7Q2', client: '深圳拓海' }])
  })

  test('keeps what a dispatcher typed, says so, and gives way only when that is ticked', () => {
    const known = makeExisting({ fc: 'ONT8', note: '先到' })
    const isTyped = (_entity: string, _id: number, field: string) => field === 'fc'
    const imported = [makeImported({ fc: 'LAX9', note: '加急' })]
    const kept = plan(imported, [known], { isTyped })
    expect(listCells(kept)).toEqual([['shipment 1', 'note', '先到', '加急']])
    expect(kept.difference.typed).toBe(1)
    expect(kept.difference.changes[0]).toEqual({
      fbaId: 'FBA19TB4K7Q2',
      field: 'fc',
      before: 'ONT8',
      after: 'LAX9',
      isTyped: true,
    })
    const overwritten = plan(imported, [known], { isTyped, overwritesTyped: true })
    expect(listCells(overwritten)).toEqual([
      ['shipment 1', 'fc', 'ONT8', 'LAX9'],
      ['shipment 1', 'note', '先到', '加急'],
    ])
  })

  test('that the file’s last revision had and this one has not is marked as gone, once', () => {
    const previous = new Map([
      ['FBA19TB4K7Q2', { id: 1, isGone: false }],
      ['FBA19TB4K7Q3', { id: 2, isGone: false }],
      ['FBA19TB4K7Q4', { id: 3, isGone: true }],
    ])
    const planned = plan([makeImported()], [makeExisting()], { previous })
    expect(listCells(planned)).toEqual([['shipment 2', 'isGone', 0, 1]])
    expect(planned.difference).toMatchObject({ gone: 1, goneIds: ['FBA19TB4K7Q3'] })
  })

  test('is no longer gone when a file has it again', () => {
    const planned = plan([makeImported()], [makeExisting({ isGone: true })])
    expect(listCells(planned)).toEqual([['shipment 1', 'isGone', 1, 0]])
    expect(planned.difference.changes).toEqual([])
  })

  test('takes on extra columns beside those it has', () => {
    const planned = plan([makeImported({ extras: { b: '2' } })], [makeExisting({ extras: { a: '1' } })])
    expect(listCells(planned)).toEqual([['shipment 1', 'extras', '{"a":"1"}', '{"a":"1","b":"2"}']])
  })
})

describe('boxes on file', () => {
  const id = (n: number) => `FBA19TB4K7Q2U00000${n}`

  test('are found by box ID, whatever the order, and new ones stand behind them', () => {
    const known = makeExisting({}, [{ boxId: id(1) }, { boxId: id(2) }])
    const planned = plan(
      [
        makeImported({
          boxes: [
            makeListed({ boxId: id(3) }),
            makeListed({ boxId: id(2), trackingId: 'T2' }),
            makeListed({ boxId: id(1), weightKg: 11 }),
          ],
        }),
      ],
      [known],
    )
    expect(listCells(planned)).toEqual([
      ['box 1', 'weightKg', null, 11],
      ['box 2', 'trackingId', null, 'T2'],
    ])
    expect(listRows(planned, 'box')).toMatchObject([{ id: 1_001, shipmentId: 1, position: 3, boxId: id(3) }])
    expect(planned.difference).toMatchObject({ changedBoxes: 2, newBoxes: 1, same: 0, changedShipments: 0 })
  })

  test('without names take the file’s box IDs in order only if every one finds its place', () => {
    const boxes = [makeListed({ boxId: id(1) }), makeListed({ boxId: id(2) })]
    expect(listCells(plan([makeImported({ boxes })], [makeExisting({}, [{}, {}])]))).toEqual([
      ['box 1', 'boxId', null, id(1)],
      ['box 2', 'boxId', null, id(2)],
    ])
    const tooFew = plan([makeImported({ boxes })], [makeExisting({}, [{}])])
    expect(listCells(tooFew)).toEqual([])
    expect(listRows(tooFew, 'box')).toHaveLength(2)
  })

  test('are filled up to the count that the file declares, and never removed', () => {
    const known = makeExisting({ declaredBoxCount: 2 }, [{}, {}])
    const more = plan([makeImported({ declaredBoxCount: 4 })], [known])
    expect(listRows(more, 'box').map((box) => box['position'])).toEqual([3, 4])
    const fewer = plan([makeImported({ declaredBoxCount: 1 })], [known])
    expect(listRows(fewer, 'box')).toEqual([])
    expect(listCells(fewer)).toEqual([['shipment 1', 'declaredBoxCount', 2, 1]])
  })

  test('are each spoken of by one line of the file only', () => {
    const known = makeExisting({}, [{ boxId: id(1) }, { boxId: null }])
    const listed = [makeListed({ trackingId: 'T9' }), makeListed({ boxId: id(1), trackingId: 'T1' })]
    const planned = plan([makeImported({ boxes: listed })], [known])
    expect(listCells(planned)).toEqual([['box 1', 'trackingId', null, 'T1']])
    expect(listRows(planned, 'box')).toMatchObject([{ boxId: null, trackingId: 'T9' }])
  })
})

describe('a number', () => {
  const id = (n: number) => `FBA19TB4K7Q2U00000${n}`

  test('that stands on another shipment is left blank, and the shipment is named', () => {
    const other = makeExisting({ id: 2, fbaId: 'FBA15TB8M3X9', pro: 'P1' }, [{ id: 7, trackingId: 'T1' }])
    const planned = plan(
      [
        makeImported({
          pro: 'P1',
          boxes: [makeListed({ trackingId: 'T1' }), makeListed({ trackingId: 'T2' })],
        }),
      ],
      [other],
    )
    expect(listRows(planned, 'shipment')[0]).toMatchObject({ pro: null })
    expect(listRows(planned, 'box').map((box) => box['trackingId'])).toEqual([null, 'T2'])
    expect(planned.difference.taken).toEqual([
      { fbaId: 'FBA19TB4K7Q2', number: 'P1', owner: 'FBA15TB8M3X9' },
      { fbaId: 'FBA19TB4K7Q2', number: 'T1', owner: 'FBA15TB8M3X9' },
    ])
  })

  test('that the file gives to two shipments goes to the first', () => {
    const planned = plan([
      makeImported({ pro: 'P1', boxes: [makeListed({ trackingId: 'T1' })] }),
      makeImported({ fbaId: 'FBA15TB8M3X9', pro: 'P1', boxes: [makeListed({ trackingId: 'T1' })] }),
    ])
    expect(listRows(planned, 'shipment').map((row) => row['pro'])).toEqual(['P1', null])
    expect(listRows(planned, 'box').map((row) => row['trackingId'])).toEqual(['T1', null])
    expect(planned.difference.taken).toEqual([
      { fbaId: 'FBA15TB8M3X9', number: 'P1', owner: 'FBA19TB4K7Q2' },
      { fbaId: 'FBA15TB8M3X9', number: 'T1', owner: 'FBA19TB4K7Q2' },
    ])
  })

  test('that was drawn before and is void never comes back through a file', () => {
    const proOwners = new Map([['8100200008', null]])
    const known = plan([makeImported({ pro: '8100200008' })], [makeExisting()], { proOwners })
    expect(known.patch.cells).toEqual([])
    expect(known.difference.taken).toEqual([{ fbaId: 'FBA19TB4K7Q2', number: '8100200008', owner: null }])
  })

  test('on several boxes of one shipment is marked as shared on each of them', () => {
    const twice = [
      makeListed({ trackingId: 'T1' }),
      makeListed({ trackingId: 'T2' }),
      makeListed({ trackingId: 'T1' }),
    ]
    expect(
      listRows(plan([makeImported({ boxes: twice })]), 'box').map((box) => box['isTrackingShared']),
    ).toEqual([1, 0, 1])

    const known = makeExisting({}, [{ boxId: id(1), trackingId: 'T1' }, { boxId: id(2) }])
    const planned = plan([makeImported({ boxes: [makeListed({ boxId: id(2), trackingId: 'T1' })] })], [known])
    expect(listCells(planned)).toEqual([
      ['box 1', 'isTrackingShared', 0, 1],
      ['box 2', 'trackingId', null, 'T1'],
      ['box 2', 'isTrackingShared', 0, 1],
    ])
  })

  test('is shared no more when a revision gives each box its own', () => {
    const shared = { trackingId: 'T1', isTrackingShared: true }
    const known = makeExisting({}, [
      { boxId: id(1), ...shared },
      { boxId: id(2), ...shared },
    ])
    const listed = [
      makeListed({ boxId: id(1), trackingId: 'T1' }),
      makeListed({ boxId: id(2), trackingId: 'T2' }),
    ]
    expect(listCells(plan([makeImported({ boxes: listed })], [known]))).toEqual([
      ['box 1', 'isTrackingShared', 1, 0],
      ['box 2', 'trackingId', 'T1', 'T2'],
      ['box 2', 'isTrackingShared', 1, 0],
    ])
  })

  test('shared by the carrier’s strategy over the only box stays so', () => {
    const known = makeExisting({}, [{ boxId: id(1), trackingId: 'T1', isTrackingShared: true }])
    const listed = [makeListed({ boxId: id(1), trackingId: 'T1' })]
    expect(plan([makeImported({ boxes: listed })], [known]).difference.same).toBe(1)
  })

  test('typed on a box is kept, and the file’s is not lost on the way to another', () => {
    const known = makeExisting({}, [
      { boxId: id(1), trackingId: 'T1' },
      { boxId: id(2), trackingId: 'T2' },
    ])
    const swapped = [
      makeListed({ boxId: id(1), trackingId: 'T2' }),
      makeListed({ boxId: id(2), trackingId: 'T1' }),
    ]
    const isTyped = (_entity: string, boxRowId: number) => boxRowId === 1
    expect(listCells(plan([makeImported({ boxes: swapped })], [known], { isTyped }))).toEqual([
      ['box 1', 'isTrackingShared', 0, 1],
      ['box 2', 'trackingId', 'T2', 'T1'],
      ['box 2', 'isTrackingShared', 0, 1],
    ])
  })
})

/** What is on file, as the plan changes it: a second reading of what a patch means. */
interface Filed {
  shipments: Map<number, Record<string, unknown>>
  boxes: Map<number, Record<string, unknown>>
}

function apply(filed: Filed, planned: ImportPlan): Filed {
  const next = { shipments: new Map(filed.shipments), boxes: new Map(filed.boxes) }
  for (const entity of ['shipment', 'box'] as const) {
    const rows = entity === 'shipment' ? next.shipments : next.boxes
    for (const row of listRows(planned, entity)) rows.set(row['id'] as number, row)
  }
  applyCells(next, planned.patch.cells)
  return next
}

function applyCells(filed: Filed, cells: readonly CellChange[]): void {
  for (const { entity, id, field, before, after } of cells) {
    const rows = entity === 'shipment' ? filed.shipments : filed.boxes
    const row = rows.get(id)!
    expect(row[field] ?? null).toBe(before)
    rows.set(id, { ...row, [field]: after })
  }
}

function toExisting({ shipments, boxes }: Filed): ExistingShipment[] {
  return [...shipments.values()].map((row) =>
    makeExisting(
      {
        ...(row as object),
        isGone: row['isGone'] === 1,
        extras: JSON.parse(row['extras'] as string) as Record<string, string>,
      },
      [...boxes.values()]
        .filter((box) => box['shipmentId'] === row['id'])
        .toSorted((a, b) => (a['position'] as number) - (b['position'] as number))
        .map((box) => ({ ...(box as Partial<Box>), isTrackingShared: box['isTrackingShared'] === 1 })),
    ),
  )
}

const boxOf = (fbaId: string) =>
  fc.record({
    boxId: fc.option(
      fc.integer({ min: 1, max: 5 }).map((n) => `${fbaId}U00000${n}`),
      { nil: null },
    ),
    trackingId: fc.option(fc.constantFrom('T1', 'T2', 'T3', 'T4'), { nil: null }),
    weightKg: fc.option(fc.nat(20), { nil: null }),
  })
const anyImported = fc.constantFrom('FBA19TB4K7Q2', 'FBA15TB8M3X9', 'STAR-ABCDE12345XYZ').chain((fbaId) =>
  fc.record(
    {
      fbaId: fc.constant(fbaId),
      boxes: fc.array(boxOf(fbaId), { maxLength: 5 }),
      fc: fc.constantFrom('ONT8', 'LAX9'),
      pro: fc.constantFrom('P1', 'P2'),
      note: fc.constantFrom('加急', '先到'),
      declaredBoxCount: fc.nat(4),
      extras: fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom('1', '2')),
    },
    { requiredKeys: ['fbaId', 'boxes', 'extras'] },
  ),
)
/** Box IDs stand once in a file, and shipments too: the reader has joined their rows. */
const anyFile = fc.uniqueArray(anyImported, { selector: ({ fbaId }) => fbaId, maxLength: 3 }).map((all) =>
  all.map((one) => {
    const seen = new Set<string>()
    const boxes = one.boxes.filter(({ boxId }) => boxId === null || (!seen.has(boxId) && seen.add(boxId)))
    return makeImported({ ...one, boxes: boxes.map((box) => makeListed(box)) })
  }),
)
const anyFiles = fc.array(
  fc.record({ file: anyFile, isTyped: fc.func(fc.boolean()), overwrites: fc.boolean() }),
  {
    minLength: 1,
    maxLength: 4,
  },
)

function importAll(
  files: typeof anyFiles extends fc.Arbitrary<infer T> ? T : never,
  check: (before: Filed, planned: ImportPlan, file: ImportedShipment[]) => void,
): Filed {
  let filed: Filed = { shipments: new Map(), boxes: new Map() }
  for (const [i, { file, isTyped, overwrites }] of files.entries()) {
    const planned = plan(file, toExisting(filed), {
      isTyped,
      overwritesTyped: overwrites,
      firstShipmentId: 100 * (i + 1),
      firstBoxId: 1_000 * (i + 1),
    })
    check(filed, planned, file)
    filed = apply(filed, planned)
  }
  return filed
}

describe('over any files, one after another', () => {
  test('a number stands on one box or is marked as shared within one shipment, and a PRO on one shipment', () => {
    fc.assert(
      fc.property(anyFiles, (files) => {
        const { boxes, shipments } = importAll(files, () => {})
        const tracked = [...boxes.values()].filter((box) => (box['trackingId'] ?? null) !== null)
        for (const [, group] of Map.groupBy(tracked, (box) => box['trackingId'])) {
          expect(new Set(group.map((box) => box['shipmentId'])).size).toBe(1)
          expect(group.map((box) => box['isTrackingShared'])).toEqual(
            group.map(() => (group.length > 1 ? 1 : 0)),
          )
        }
        const pros = [...shipments.values()].flatMap((row) => (row['pro'] === null ? [] : [row['pro']]))
        expect(new Set(pros).size).toBe(pros.length)
        const places = [...boxes.values()].map(
          (box) => `${String(box['shipmentId'])} ${String(box['position'])}`,
        )
        expect(new Set(places).size).toBe(places.length)
        const named = [...boxes.values()].flatMap((box) => (box['boxId'] === null ? [] : [box['boxId']]))
        expect(new Set(named).size).toBe(named.length)
      }),
      { numRuns: 1_500 },
    )
  })

  test('undoing the cells of each import restores what was there', () => {
    fc.assert(
      fc.property(anyFiles, (files) => {
        importAll(files, (before, planned) => {
          const after = apply(before, planned)
          applyCells(after, invertCells(planned.patch.cells).toReversed())
          for (const row of listRows(planned, 'box')) after.boxes.delete(row['id'] as number)
          for (const row of listRows(planned, 'shipment')) after.shipments.delete(row['id'] as number)
          const known = (filed: Filed) =>
            JSON.stringify([...filed.shipments, ...filed.boxes], (_key, value: unknown) => value ?? undefined)
          expect(known(after).replaceAll(/,?"(isGone)":0/g, '')).toBe(
            known(before).replaceAll(/,?"(isGone)":0/g, ''),
          )
        })
      }),
    )
  })

  test('no field and no box is written twice in one import, and counts agree with the patch', () => {
    fc.assert(
      fc.property(anyFiles, (files) => {
        importAll(files, (_before, { patch, difference }, file) => {
          const places = patch.cells.map(({ entity, id, field }) => `${entity} ${id} ${field}`)
          expect(new Set(places).size).toBe(places.length)
          const { newShipments, changedShipments, same, claimed, newBoxes, changedBoxes } = difference
          expect(newBoxes).toBe(patch.inserts[1]!.rows.length)
          expect(newShipments).toBe(patch.inserts[0]!.rows.length)
          const boxIds = new Set(patch.cells.filter((cell) => cell.entity === 'box').map((cell) => cell.id))
          expect(changedBoxes).toBe(boxIds.size)
          const shipmentIds = new Set(
            patch.cells.filter((cell) => cell.entity === 'shipment').map((cell) => cell.id),
          )
          expect(changedShipments).toBe(shipmentIds.size)
          expect(newShipments + changedShipments + same + claimed.length).toBeLessThanOrEqual(file.length)
        })
      }),
    )
  })

  test('a preview, which makes no rows, says the same difference', () => {
    fc.assert(
      fc.property(anyFiles, (files) => {
        importAll(files, (before, planned, file) => {
          const existing = toExisting(before)
          expect(plan(file, existing, { wantsRows: false }).difference).toEqual(
            plan(file, existing).difference,
          )
          expect(planned.difference.newBoxes).toBeGreaterThanOrEqual(0)
        })
      }),
    )
  })

  test('the same file again changes nothing', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const first = apply({ shipments: new Map(), boxes: new Map() }, plan(file))
        const again = plan(file, toExisting(first))
        expect(again.patch.cells).toEqual([])
        expect(again.shipmentCount).toBe(0)
        expect(again.difference).toMatchObject({ same: file.length, changes: [], newBoxes: 0 })
      }),
      { numRuns: 500 },
    )
  })
})

describe('an old sheet', () => {
  const asHistory = { isHistory: true }

  test('brings its shipments as closed history, whatever status they have', () => {
    const planned = plan(
      [
        makeImported({ amazonStatus: 'WORKING' }),
        makeImported({ fbaId: 'FBA19TB4K7Q3', amazonStatus: 'DELIVERED' }),
        makeImported({ fbaId: 'FBA19TB4K7Q4' }),
      ],
      [],
      asHistory,
    )
    expect(listRows(planned, 'shipment').map((row) => [row['isHistory'], row['amazonStatus']])).toEqual([
      [1, 'CLOSED'],
      [1, 'DELIVERED'],
      [1, 'CLOSED'],
    ])
  })

  test('leaves shipments at work alone and names them', () => {
    const planned = plan([makeImported({ fc: 'LAX9' })], [makeExisting({ fc: 'ONT8' })], asHistory)
    expect(planned.patch.cells).toEqual([])
    expect(planned.difference).toMatchObject({ atWork: ['FBA19TB4K7Q2'], changedShipments: 0 })
  })

  test('mends the history that is on file', () => {
    const known = makeExisting({ isHistory: true, fc: 'ONT8', amazonStatus: 'CLOSED' })
    const planned = plan([makeImported({ fc: 'LAX9' })], [known], asHistory)
    expect(listCells(planned)).toEqual([['shipment 1', 'fc', 'ONT8', 'LAX9']])
  })
})
