import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { nextOpId } from '../../support/engine-process.ts'
import { addCarriers } from '../../support/sample-files.ts'
import { runCli } from '../../support/run-cli.ts'
import { setShipmentDates } from '../../support/set-shipment-dates.ts'
import { openTestDesk } from '../../support/test-desk.ts'

async function makeBook(): Promise<string> {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  await desk.import(
    desk.write('a.csv', [
      'FBA货件号,仓库代码,派送方式,箱数',
      'FBA19T000001,ONT8,LTL卡派,2',
      'FBA19T000002,LAX9,LTL快递,2',
    ]),
  )
  setShipmentDates(desk, {
    FBA19T000001: { etaOn: '2026-11-29' },
    FBA19T000002: { etaOn: '2026-12-03' },
  }).close()
  return desk.folder
}

test('forecast, message and modes say what is missing, by when, and who must change what', async () => {
  const folder = await makeBook()
  const forecast = await runCli(folder, ['forecast', '--on', '2026-11-27'])
  expect(forecast).toMatchObject({ code: 1, err: '' })
  expect(forecast.out.split('\n')).toEqual([
    '2026-11-27: window 120 days (another copy says four months), acceptable rate not published and not set',
    "宁波星野 US: missing now 100.00% (2/2); Amazon's rate no shipments to count, at worst 100.00% (1/1) on 2026-11-29, " +
      'if filled 0.00% (0/1); no level without an acceptable rate',
    '  FBA19T000001  ONT8  PRO number missing; due 2026-11-29, 2 days left',
    '  FBA19T000002  LAX9  PRO number missing; due 2026-12-03, 6 days left',
    '',
  ])
  const json = await runCli(folder, ['forecast', '--on', '2026-11-27', '--client', '宁波星野', '--json'])
  expect(json.json).toMatchObject({ on: '2026-11-27', clients: [{ peak: { on: '2026-11-29', counted: 1 } }] })

  const chinese = await runCli(folder, ['message', '--client', '宁波星野', '--on', '2026-11-27'])
  expect(chinese).toMatchObject({ code: 0, err: '' })
  expect(chinese.out).toContain('1. FBA19T000001（ONT8）：缺PRO号；2026-11-29到仓，还有2天')
  const english = await runCli(folder, [
    'message',
    '--client',
    '宁波星野',
    '--on',
    '2026-11-27',
    '--language',
    'en',
  ])
  expect(english.out).toContain('1. FBA19T000001 (ONT8): PRO number missing; due 2026-11-29, 2 days left')

  const modes = await runCli(folder, ['modes'])
  expect(modes.code).toBe(1)
  expect(modes.out.split('\n')).toEqual([
    'FBA19T000002  宁波星野  LTL/FTL at Amazon, by courier',
    '  One PRO per shipment; the numbers of the boxes have no field. Client: change the shipment to small parcel (SPD).',
    '',
  ])
})

test('window and acceptable rate are set, shown and followed', async () => {
  const folder = await makeBook()
  const shown = await runCli(folder, ['forecast-settings'])
  expect(shown.out).toBe('window 120 days, acceptable rate not set\n')
  const set = await runCli(folder, ['forecast-settings', '--acceptable-rate', '4%', '--window-days', '122'])
  expect(set.out).toBe('window 122 days, acceptable rate 4 %\n')
  const forecast = await runCli(folder, ['forecast', '--on', '2026-11-27'])
  expect(forecast.out).toContain(
    '; standard, above from 2026-11-29, elevated 2026-12-19, critical 2027-01-09',
  )
  expect((await runCli(folder, ['forecast-settings', '--acceptable-rate', 'none'])).out).toContain('not set')
})

test('what cannot be meant is refused as a use that is wrong', async () => {
  const folder = await makeBook()
  for (const args of [
    ['forecast', '--on', '2026-02-30'],
    ['forecast', '--on', 'tomorrow'],
    ['message'],
    ['message', '--client', '宁波星野', '--language', 'de'],
    ['forecast-settings', '--acceptable-rate', '140'],
    ['forecast-settings', '--window-days', 'four months'],
  ])
    expect((await runCli(folder, args)).code).toBe(2)
  expect((await runCli(folder, ['forecast', '--client', '无此客户'])).code).toBe(1)
  expect((await runCli(folder, ['forecast-settings', '--window-days', '2'])).code).toBe(1)
})

test('forecast says how many shipments of old sheets are left out', async () => {
  const folder = await makeBook()
  const file = path.join(folder, '旧表.csv')
  writeFileSync(
    file,
    'FBA货件号,仓库代码,派送方式,箱数,送达时间\nFBA19T000008,ONT8,LTL,2,2026-11-10\nFBA19T000009,ONT8,LTL,2,2026-11-11\n',
  )
  const imported = await runCli(folder, ['import', '--history', '--client', '宁波星野', file])
  expect(imported.code).toBe(0)
  const forecast = await runCli(folder, ['forecast', '--on', '2026-11-27'])
  expect(forecast.out).toContain("Amazon's rate no shipments to count")
  expect(forecast.out.split('\n').at(-2)).toBe(
    '  2 shipments of old sheets, delivered in these 120 days, are left out: whether their numbers came in time is not known.',
  )
})

test('a client without shipments gets no message, and that is said', async () => {
  const desk = openTestDesk()
  await desk.call('client.save', { opId: nextOpId(), name: '新客户', folder: null, language: 'zh-CN' })
  desk.close()
  const message = await runCli(desk.folder, ['message', '--client', '新客户'])
  expect(message).toMatchObject({ code: 1, out: '' })
  expect(message.err).toContain('新客户')
  const json = await runCli(desk.folder, ['message', '--client', '新客户', '--json'])
  expect(json).toMatchObject({ code: 1, json: { problem: { kind: 'nothing-to-tell', name: '新客户' } } })
})
