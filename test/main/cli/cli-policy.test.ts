import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '../../support/run-cli.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

test('rules by command line: check by another day, change a level, let a value through', async () => {
  const folder = makeTempFolder()
  const tailboard = (...args: string[]) => runCli(folder, args)
  const lines = [
    'FBA货件号,仓库代码,派送方式,箱数,PRO号,预约号',
    'FBA19T000001,ONT8,LTL,2,12345678901,12345678901',
  ]
  writeFileSync(path.join(folder, 'a.csv'), lines.join('\n'))
  const imported = await tailboard('import', 'a.csv', '--client', '宁波星野', '--accept')
  expect([imported.code, imported.out]).toEqual([
    1,
    expect.stringContaining('FBA19T000001  "12345678901" is the appointment (ISA) of FBA19T000001.'),
  ])

  const then = await tailboard('check', '--on', '2021-09-30', '--json')
  expect([then.code, then.json]).toMatchObject([0, { totals: { ready: 1 }, judgedBy: { day: '2021-09-30' } }])
  const next = await tailboard('check', '--on', '2021-10-01', '--json')
  expect([next.code, next.json]).toMatchObject([
    1,
    { totals: { ready: 0, reasons: { 'carrier-missing': 1, 'pro-missing': 1 } } },
  ])
  expect((await tailboard('check', '--on', '30.9.2021')).code).toBe(2)

  const listed = await tailboard('rules', 'list', '--on', '2021-09-30')
  expect(listed.out).not.toMatch(/^pro-missing .* {2}US {2}/m)
  expect(listed.out).toMatch(/^pro-is-isa {2}block {2}/m)
  expect((await tailboard('rules', 'set', 'pro-missing', 'warn')).code).toBe(2)
  const fixed = await tailboard('rules', 'set', 'tracking-repeated', 'info', '--reason', 'x')
  expect([fixed.code, fixed.err]).toEqual([1, expect.stringContaining('keeps its level')])
  const set = await tailboard('rules', 'set', 'pro-missing', 'warn', '--reason', 'pilot client')
  expect(set.code).toBe(0)
  expect((await tailboard('rules', 'list')).out).toMatch(/^pro-missing {2}warn .*pilot client$/m)

  const through = ['--rule', 'carrier-missing', '--reason', 'the client collects it']
  expect((await tailboard('override', 'FBA19T000009', ...through)).code).toBe(1)
  expect((await tailboard('override', 'FBA19T000001', ...through)).code).toBe(0)
  expect((await tailboard('override', 'list')).out).toContain('the client collects it')
  const now = await tailboard('check', '--json')
  expect([now.code, now.json]).toMatchObject([
    0,
    { totals: { ready: 1, warnings: { 'pro-missing': 1 }, letThrough: { 'carrier-missing': 1 } } },
  ])
  const entry = {
    id: 'pro-missing',
    marketplaces: ['US'],
    level: 'warn',
    source: null,
    confidence: 'confirmed',
  }
  const rules = [
    { ...entry, effectiveFrom: null, effectiveTo: '2026-06-30' },
    { ...entry, effectiveFrom: '2026-07-02', effectiveTo: null },
  ]
  writeFileSync(path.join(folder, 'pack.json'), JSON.stringify({ id: 'office-1', rules }))
  const refused = await tailboard('rules', 'use', 'pack.json')
  expect([refused.code, refused.err]).toEqual([
    1,
    expect.stringContaining('pro-missing: nothing is said of US from 2026-07-01 to 2026-07-01.'),
  ])
  writeFileSync(path.join(folder, 'pack.json'), JSON.stringify({ id: 'office-1', rules: rules.slice(0, 1) }))
  expect((await tailboard('rules', 'use', 'pack.json')).code).toBe(0)
  expect((await tailboard('rules', 'list')).out).toMatch(/^office-1 /)
  expect((await tailboard('rules', 'use', 'built-in')).code).toBe(0)
  expect((await tailboard('rules', 'use', 'none.json')).code).toBe(2)

  expect((await tailboard('undo')).code).toBe(0)
  expect((await tailboard('check')).code).toBe(1)
}, 120_000)
