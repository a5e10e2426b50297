import { expect, test } from 'vitest'
import { controlCodes } from '../../../shared/domain/scan/read-scan.ts'
import { changeLastDigit, makeUps } from '../../shared/pairing/pairing-case.ts'
import { openParcelDesk } from '../../support/parcel-desk.ts'
import { runCli } from '../../support/run-cli.ts'
import { getBoxId } from '../../support/sample-files.ts'

const one = 'FBA15P000001'
const [a, b] = [makeUps(701), makeUps(733)]

test('scans by command line: a line each is answered by a line, and a wrong one is refused', async () => {
  const desk = await openParcelDesk()
  const { folder } = desk
  const wrong = changeLastDigit(b)
  const scans = [getBoxId(one, 1), a, `]C0${getBoxId(one, 2)}`, wrong, wrong, b]
  desk.write('scans.txt', scans)
  desk.write('more.txt', [controlCodes.undo, getBoxId(one, 3), wrong, wrong, controlCodes.done, b])
  desk.close()

  const first = await runCli(folder, ['scan', 'scans.txt'])
  expect([first.code, first.out.trimEnd().split('\n')]).toEqual([
    1,
    [
      `· ${getBoxId(one, 1)}`,
      `✓ ${getBoxId(one, 1)} ← ${a}  1 / 3`,
      `· ${getBoxId(one, 2)}`,
      `✗ ${wrong} fails the check digit of UPS: scan again, or take another label`,
      `✗ ${wrong} fails the check digit of UPS: scan again, or take another label`,
      `✓ ${getBoxId(one, 2)} ← ${b}  2 / 3`,
    ],
  ])
  const second = await runCli(folder, ['scan', 'more.txt', '--confirm', 'printed so', '--json'])
  const outcomes = second.out
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { outcome: unknown }).outcome)
  expect(outcomes).toEqual([
    { kind: 'control', control: 'undo' },
    { kind: 'held' },
    { kind: 'refused', refusal: { kind: 'check-digit', trackingId: wrong, courier: 'ups' } },
    { kind: 'stored', boxId: getBoxId(one, 3), trackingId: wrong },
    { kind: 'control', control: 'done' },
  ])
})

test('a list by command line keeps a number for a reason and moves one from another shipment, if told so', async () => {
  const desk = await openParcelDesk()
  const { folder } = desk
  const wrong = changeLastDigit(b)
  desk.write('first.csv', ['Box,Tracking', `${getBoxId('FBA15P000002', 1)},${a}`])
  desk.write('second.csv', ['Box,Tracking', `${getBoxId(one, 1)},${a}`, `${getBoxId(one, 2)},${wrong}`])
  desk.close()
  await runCli(folder, ['pair', 'first.csv'])
  expect((await runCli(folder, ['pair', 'second.csv', '--json'])).json).toMatchObject({ pairs: [] })
  const told = ['pair', 'second.csv', '--move', '--keep', 'printed so', '--json']
  expect((await runCli(folder, told)).json).toMatchObject({ written: 2, shipments: 2 })
})
