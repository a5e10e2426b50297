import { expect, test } from 'vitest'
import { assignCommand } from '../../../main/cli/assign-command.ts'
import { UsageError, type Arguments, type CliCommand } from '../../../main/cli/command.ts'
import { ruleCommands } from '../../../main/cli/rule-commands.ts'
import type { CarrierView } from '../../../shared/contract/outputs.ts'
import { nextOpId } from '../../support/engine-process.ts'
import { addCarriers, writeFreightFile } from '../../support/sample-files.ts'
import { openTestDesk, type TestDesk } from '../../support/test-desk.ts'

type Options = Arguments['options']

const [ruleAdd, ruleList] = ruleCommands as [CliCommand, CliCommand]
const run = (desk: TestDesk, command: CliCommand, options: Options) =>
  command.run(desk.engine, { positionals: [], options }, () => {
    throw new Error('no file is read here')
  })

async function openDesk(): Promise<TestDesk> {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  await desk.import(writeFreightFile(desk.folder, 'a.csv', 2))
  return desk
}

test('rules are added to a set by name, which is made when it is new, and listed in order', async () => {
  const desk = await openDesk()
  const rule = { carrier: 'TLBD', set: '旺季', fc: 'ont8', mode: 'LTL' }
  await run(desk, ruleAdd, { ...rule, 'weight-from': '100', 'weight-to': '249', from: '2026-11-01' })
  await run(desk, ruleAdd, { carrier: 'UPS', set: '旺季' })
  expect((await run(desk, ruleList, {})).text).toEqual([
    '(standard)',
    '旺季',
    '  1. [1]  ONT8  LTL  100…249 kg  2026-11-01… → 自营车队',
    '  2. [2]  * → UPS',
  ])
})

test('a rule that could never fit is refused, and so is a weight that is none', async () => {
  const desk = await openDesk()
  const never = await run(desk, ruleAdd, { carrier: 'TLBD', 'weight-from': '5', 'weight-to': '4' })
  expect(never).toMatchObject({ exitCode: 1, problems: [{ kind: 'rule-weights', from: 5, to: 4 }] })
  await expect(run(desk, ruleAdd, { carrier: 'TLBD', 'weight-to': '4 kg' })).rejects.toThrow(UsageError)
})

test('assign goes by the set that is named, and settles conflicts as it is told', async () => {
  const desk = await openDesk()
  await run(desk, ruleAdd, { carrier: 'TLBD', set: '旺季', 'weight-from': '249' })
  const [{ shipments: _, ...carrier }] = (await desk.call('carrier.list', {})).carriers as [CarrierView]
  await desk.call('carrier.save', { ...carrier, proPolicy: 'per_load', opId: nextOpId() })
  const first = await run(desk, assignCommand, { rules: '旺季', 'share-pro': '一车拉完' })
  expect(first).toMatchObject({ exitCode: 0, json: { carriers: 2, pros: 2 } })
  const [row, other] = await desk.rows()
  expect([row!.carrier, row!.pro]).toEqual(['自营车队', other!.pro])
  const again = await run(desk, assignCommand, { on: ['pro-kept=replace'] })
  expect(again).toMatchObject({ json: { carriers: 0, pros: 2 } })
  expect(new Set((await desk.rows()).map(({ pro }) => pro)).size).toBe(2)
  await expect(run(desk, assignCommand, { on: ['pro-kept=skip'] })).rejects.toThrow(/keep, replace/)
  await expect(run(desk, assignCommand, { on: ['pro=replace'] })).rejects.toThrow(/CONFLICT is one of/)
})
