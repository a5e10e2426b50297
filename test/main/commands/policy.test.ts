import { describe, expect, test } from 'vitest'
import { openEngine } from '../../../main/engine/engine.ts'
import { forkParser } from '../../../main/files/fork-parser.ts'
import { getTestFiles, must, nextOpId } from '../../support/engine-process.ts'
import { addCarriers, importFile, writeFreightFile } from '../../support/sample-files.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { openTestDesk, type TestDesk } from '../../support/test-desk.ts'

const rule = 'pro-missing'
const setLevel = (desk: TestDesk, level: 'info' | 'warn' | 'block' | null, reason = '试点客户不用') =>
  desk.call('policy.setLevel', { opId: nextOpId(), rule, level, reason })

async function openFreightDesk(): Promise<TestDesk> {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  await desk.import(writeFreightFile(desk.folder, 'a.csv', 2))
  return desk
}

describe('the level of a rule', () => {
  test('is changed with a reason, kept over a restart, shown with it, and undone', async () => {
    const desk = await openFreightDesk()
    expect((await desk.row('FBA19T000001')).reasons).toEqual(['carrier-missing', 'pro-missing'])
    await setLevel(desk, 'warn')
    desk.restart()
    expect(await desk.row('FBA19T000001')).toMatchObject({
      reasons: ['carrier-missing'],
      warnings: ['pro-missing'],
    })
    const { rules } = await desk.call('policy.rules', {})
    expect(rules.find((each) => each.id === rule)).toMatchObject({
      packLevel: 'block',
      level: 'warn',
      change: { reason: '试点客户不用', who: 'tester' },
    })
    await setLevel(desk, 'info', '再降一级')
    expect((await desk.row('FBA19T000001')).infos).toContain('pro-missing')
    await desk.call('history.undo', { opId: nextOpId() })
    expect((await desk.row('FBA19T000001')).warnings).toEqual(['pro-missing'])
    await setLevel(desk, null, '恢复')
    expect((await desk.row('FBA19T000001')).reasons).toEqual(['carrier-missing', 'pro-missing'])
    const history = (await desk.call('history.list', {})).entries.map((entry) => entry.command)
    expect(history.slice(0, 4)).toEqual(['rule-level', 'rule-level', 'rule-level', 'rule-level'])
  })

  test('that is fixed or not sure is not raised or lowered at will', async () => {
    const desk = await openFreightDesk()
    const before = await desk.dump()
    const wanted = { opId: nextOpId(), reason: '想改' }
    expect(
      await desk.refused('policy.setLevel', { ...wanted, rule: 'tracking-repeated', level: 'info' }),
    ).toEqual({ kind: 'rule-fixed', rule: 'tracking-repeated' })
    expect(await desk.refused('policy.setLevel', { ...wanted, rule: 'isa-shape', level: 'block' })).toEqual({
      kind: 'rule-uncertain',
      rule: 'isa-shape',
    })
    expect(await desk.dump()).toBe(before)
  })
})

test('checking by another day gives the verdicts of that day, and changes nothing', async () => {
  const desk = await openFreightDesk()
  const before = await desk.dump()
  expect((await desk.call('check.run', { on: '2021-09-30' })).totals).toMatchObject({
    ready: 2,
    incomplete: 0,
    missingNow: { withGap: 0 },
  })
  const after = await desk.call('check.run', { on: '2021-10-01' })
  expect(after).toMatchObject({
    totals: { ready: 0, incomplete: 2, missingNow: { withGap: 2 } },
    judgedBy: { day: '2021-10-01' },
    clock: null,
  })
  expect(await desk.dump()).toBe(before)
  const { rules } = await desk.call('policy.rules', { on: '2021-09-30' })
  const inForce = rules.filter((each) => each.id === rule && each.isInForce)
  expect(inForce.some(({ marketplaces }) => marketplaces !== 'all' && marketplaces.includes('US'))).toBe(
    false,
  )
  expect(await desk.refused('check.run', { on: '2021-02-30' })).toMatchObject({ kind: 'bad-input' })
})

describe('a clock before the newest change on file', () => {
  const openAt = (folder: string, nowMs: number) => {
    const opened = openEngine({
      files: getTestFiles(folder),
      surroundings: { nowMs: () => nowMs, who: () => 'tester', version: 'test' },
      startParser: forkParser,
      canPickFolder: true,
    })
    if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
    return opened.value
  }
  const noon = new Date(2026, 10, 27, 12).getTime()
  const hour = 3_600_000

  test('by more than a day is said at the check, and nothing is exported by it', async () => {
    const folder = makeTempFolder()
    const today = openAt(folder, noon)
    await addCarriers(today)
    await importFile(today, writeFreightFile(folder, 'a.csv', 1))
    today.close()

    const yesterday = openAt(folder, noon - 24 * hour)
    expect((await must(yesterday, 'check.run', {})).clock).toBeNull()
    yesterday.close()

    const before = openAt(folder, noon - 25 * hour)
    const clock = { kind: 'clock-in-past', today: '2026-11-26', newest: '2026-11-27' }
    expect((await must(before, 'check.run', {})).clock).toEqual(clock)
    expect(await before.call('export.run', { opId: nextOpId() })).toEqual({ ok: false, problem: clock })
    before.close()
  })
})

test('the rules follow the calendar while the desk stays open', async () => {
  const folder = makeTempFolder()
  let nowMs = new Date(2021, 8, 30, 23).getTime()
  const opened = openEngine({
    files: getTestFiles(folder),
    surroundings: { nowMs: () => nowMs, who: () => 'tester', version: 'test' },
    startParser: forkParser,
    canPickFolder: true,
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
  const engine = opened.value
  await importFile(engine, writeFreightFile(folder, 'a.csv', 1))
  expect((await must(engine, 'check.run', {})).totals.ready).toBe(1)
  nowMs += 2 * 3_600_000
  expect((await must(engine, 'check.run', {})).totals).toMatchObject({ ready: 0, incomplete: 1 })
  engine.close()
})

describe('a rule pack file', () => {
  const entry = {
    id: 'pro-missing',
    marketplaces: ['US'],
    effectiveFrom: null,
    effectiveTo: '2023-06-30',
    level: 'warn',
    source: null,
    confidence: 'confirmed',
  }
  const makeText = (...rules: object[]) => JSON.stringify({ id: 'office-1', rules })
  const use = (text: string | null) => ({ opId: nextOpId(), text })

  test('is used from then on, over a restart too, and named by checks; an export of before keeps its own', async () => {
    const desk = await openFreightDesk()
    const next = { ...entry, effectiveFrom: '2023-07-01', effectiveTo: null, level: 'info' }
    expect(await desk.call('policy.usePack', use(makeText(entry, next)))).toMatchObject({
      packId: 'office-1',
    })
    desk.restart()
    expect(await desk.row('FBA19T000001')).toMatchObject({ reasons: ['carrier-missing'] })
    expect(await desk.call('check.run', { on: '2023-06-30' })).toMatchObject({
      totals: { warnings: { 'pro-missing': 2 } },
      judgedBy: { packId: 'office-1' },
    })
    await desk.call('policy.usePack', use(null))
    expect((await desk.row('FBA19T000001')).reasons).toEqual(['carrier-missing', 'pro-missing'])
  })

  test('with a hole in its dates, or that is none, is a clear problem and changes nothing', async () => {
    const desk = await openFreightDesk()
    const before = await desk.dump()
    const late = { ...entry, effectiveFrom: '2023-07-03', effectiveTo: null }
    expect(await desk.refused('policy.usePack', use(makeText(entry, late)))).toEqual({
      kind: 'rule-pack-refused',
      packId: 'office-1',
      problems: [
        { kind: 'hole', rule: 'pro-missing', marketplace: 'US', from: '2023-07-01', to: '2023-07-02' },
      ],
    })
    for (const text of [
      '',
      '[]',
      makeText({ ...entry, level: 'stop' }),
      makeText({ ...entry, id: 'no-rule' }),
    ])
      expect(await desk.refused('policy.usePack', use(text))).toMatchObject({ kind: 'rule-pack-unreadable' })
    expect(await desk.dump()).toBe(before)
    expect((await desk.call('check.run', {})).judgedBy.packId).not.toBe('office-1')
  })
})
