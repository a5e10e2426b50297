import { describe, expect, test } from 'vitest'
import type { CallInput } from '../../../shared/contract/contract.ts'
import type { ScanAnswer } from '../../../shared/contract/outputs.ts'
import { controlCodes } from '../../../shared/domain/scan/read-scan.ts'
import { followScan, startSession } from '../../../shared/domain/scan/scan-session.ts'
import { changeLastDigit, makeFedex, makeUps } from '../../shared/pairing/pairing-case.ts'
import { nextOpId } from '../../support/engine-process.ts'
import { openParcelDesk } from '../../support/parcel-desk.ts'
import { getBoxId } from '../../support/sample-files.ts'
import type { TestDesk } from '../../support/test-desk.ts'

const [one, two] = ['FBA15P000001', 'FBA15P000002']
const [a, b, c, d] = [701, 733, 902, 955].map(makeUps) as [string, string, string, string]
const read = async (desk: TestDesk, fbaId: string) => (await desk.boxes(fbaId)).map((box) => box.trackingId)

/** Scans one after another as the station does; answers what came of each. */
function startStation(desk: TestDesk, keepsBecause: string | null = null) {
  let session = startSession(null)
  return async (...texts: string[]): Promise<string[]> => {
    const said: string[] = []
    for (const text of texts) {
      const input: CallInput<'scan.take'> = { ...session, keepsBecause, text, opId: nextOpId() }
      const answer: ScanAnswer = await desk.call('scan.take', input)
      session = followScan(session, answer)
      const { outcome, shipment } = answer
      said.push(
        outcome.kind === 'refused'
          ? outcome.refusal.kind
          : outcome.kind === 'stored'
            ? `stored ${shipment!.paired}/${shipment!.boxes}`
            : outcome.kind,
      )
    }
    return said
  }
}

test('each pair is stored at once, in either order, as a change of its own', async () => {
  const desk = await openParcelDesk()
  const scan = startStation(desk)
  expect(await scan(getBoxId(one, 2), a, b, getBoxId(one, 1), getBoxId(one, 3), c)).toEqual([
    'held',
    'stored 1/3',
    'held',
    'stored 2/3',
    'held',
    'stored 3/3',
  ])
  expect(await read(desk, one)).toEqual([b, a, c])
  const { entries } = await desk.call('history.list', { limit: 3 })
  expect(entries.map((entry) => entry.command)).toEqual(['scan', 'scan', 'scan'])
  expect((await desk.row(one)).status).toBe('ready')
})

test('what is on the label is stored, not what the scanner sends', async () => {
  const desk = await openParcelDesk()
  await startStation(desk)(`]C0${getBoxId(one, 1)}\r`, `]C0${a}`)
  expect(await read(desk, one)).toEqual([a, null, null])
})

test('a wrong scan is refused and changes nothing, until the right one comes', async () => {
  const desk = await openParcelDesk()
  const scan = startStation(desk)
  await scan(getBoxId(two, 1), d)
  await desk.call('scan.undo', { opId: nextOpId() })
  await scan(getBoxId(two, 1), d, controlCodes.next)
  const before = await desk.dump()
  const fresh = startStation(desk)
  expect(
    await fresh(
      getBoxId(one, 1),
      changeLastDigit(a),
      makeFedex(4),
      d,
      getBoxId(one, 2),
      getBoxId(two, 2),
      getBoxId(one, 9),
      'UNI12345QX98',
      'HELLOWORLD',
    ),
  ).toEqual([
    'held',
    'check-digit',
    'other-courier',
    'used-elsewhere',
    'number-expected',
    'other-shipment',
    'unknown-box',
    'other-courier',
    'unreadable',
  ])
  expect(await desk.dump()).toBe(before)
  expect(await fresh(a)).toEqual(['stored 1/3'])
  expect(await fresh(getBoxId(one, 1), a)).toEqual(['box-has-number', 'used-elsewhere'])
  expect(await read(desk, one)).toEqual([a, null, null])
})

test('the shipment in hand is done with when its last box has a number', async () => {
  const desk = await openParcelDesk()
  const scan = startStation(desk)
  await scan(getBoxId(one, 1), a, getBoxId(one, 2), b)
  expect(await scan(getBoxId(two, 1))).toEqual(['other-shipment'])
  await scan(getBoxId(one, 3), c)
  expect(await scan(getBoxId(two, 1), d)).toEqual(['held', 'stored 1/3'])
})

describe('where the station only warns', () => {
  test('a second scan of a doubted label stores it, with the reason on file', async () => {
    const desk = await openParcelDesk()
    const scan = startStation(desk, '扫了两次')
    const wrong = changeLastDigit(a)
    expect(await scan(getBoxId(one, 1), wrong, wrong)).toEqual(['held', 'check-digit', 'stored 1/3'])
    expect(await scan(makeFedex(4), makeFedex(4), getBoxId(one, 2))).toEqual([
      'other-courier',
      'held',
      'stored 2/3',
    ])
    expect((await desk.row(one)).reasons).toEqual(['tracking-missing'])
    const boxes = await desk.boxes(one)
    expect(boxes.map(({ trackingId, keptBecause }) => [trackingId, keptBecause])).toEqual([
      [wrong, '扫了两次'],
      [makeFedex(4), '扫了两次'],
      [null, null],
    ])
  })

  test('another label between the two scans, or one that stands elsewhere, is not stored', async () => {
    const desk = await openParcelDesk()
    const scan = startStation(desk, '扫了两次')
    await scan(getBoxId(one, 1), a)
    expect(
      await scan(
        getBoxId(one, 2),
        changeLastDigit(b),
        changeLastDigit(c),
        changeLastDigit(b),
        a,
        a,
        getBoxId(two, 1),
        getBoxId(two, 1),
      ),
    ).toEqual([
      'held',
      'check-digit',
      'check-digit',
      'check-digit',
      'used-elsewhere',
      'used-elsewhere',
      'other-shipment',
      'other-shipment',
    ])
    expect(await read(desk, one)).toEqual([a, null, null])
  })
})

describe('undo at the station', () => {
  test('takes back one pair after another, and nothing that was done elsewhere', async () => {
    const desk = await openParcelDesk()
    const scan = startStation(desk)
    await scan(getBoxId(one, 1), a, getBoxId(one, 2), b)
    expect((await desk.call('scan.undo', { opId: nextOpId() })).label).toEqual({
      box: getBoxId(one, 2),
      number: b,
    })
    expect(await read(desk, one)).toEqual([a, null, null])
    await desk.call('scan.undo', { opId: nextOpId() })
    expect(await read(desk, one)).toEqual([null, null, null])
    expect(await desk.refused('scan.undo', { opId: nextOpId() })).toEqual({ kind: 'nothing-to-undo' })
    expect((await desk.row(one)).carrier).toBe('UPS')
  })
})

test('a pair sent twice by the same operation is stored once, and answered as before', async () => {
  const desk = await openParcelDesk()
  const input = {
    text: a,
    shipmentId: 1,
    held: { kind: 'box' as const, boxId: getBoxId(one, 1) },
    doubted: null,
    keepsBecause: null,
    opId: nextOpId(),
  }
  const first = await desk.call('scan.take', input)
  const changes = (await desk.call('history.list', {})).entries.length
  expect(await desk.call('scan.take', input)).toEqual(first)
  expect((await desk.call('history.list', {})).entries).toHaveLength(changes)
})

test('a label of before the shipment was issued anew pairs its box, and the answer names it', async () => {
  const desk = await openParcelDesk()
  await desk.call('reissue.apply', { opId: nextOpId(), from: one, to: 'FBA15PNEW001' })
  const scan = startStation(desk)
  expect(await scan(getBoxId(one, 2), a)).toEqual(['held', 'stored 1/3'])
  expect(await read(desk, 'FBA15PNEW001')).toEqual([null, a, null])
  const input = { shipmentId: null, doubted: null, keepsBecause: null, text: b, opId: nextOpId() }
  const answer = await desk.call('scan.take', { ...input, held: { kind: 'box', boxId: getBoxId(one, 3) } })
  expect(answer.outcome).toEqual({
    kind: 'stored',
    boxId: getBoxId(one, 3),
    trackingId: b,
    formerLabel: getBoxId(one, 3),
  })
  expect(await desk.call('scan.take', { ...input, held: null })).toEqual(answer)
  await desk.call('scan.undo', { opId: nextOpId() })
  expect(await read(desk, 'FBA15PNEW001')).toEqual([null, a, null])
})
