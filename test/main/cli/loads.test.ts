import { expect, test } from 'vitest'
import { openLoadDesk } from '../../support/load-desk.ts'
import { runCli } from '../../support/run-cli.ts'
import { openTestDesk } from '../../support/test-desk.ts'

test('assign puts shipments on loads, lists them first on a dry run, and goes onto one that is named', async () => {
  const desk = await openLoadDesk(3)
  const { folder } = desk
  desk.close()
  const run = (...args: string[]) => runCli(folder, args)
  const first = ['assign', '--loads', '--max-pallets', '20', '--dry-run']
  expect((await run(...first)).out).toMatch(/2 loads\n {2}L\d{6}-01 {2}ONT8 .*20\/20.* 2 shipments  \(.*\)\n/)
  expect(await run('assign', '--loads', '--max-pallets', '20', '--json')).toMatchObject({
    code: 0,
    json: { loads: 2 },
  })
  const after = openTestDesk(folder)
  const { loads } = await after.call('load.list', {})
  expect(loads.map((load) => load.fbaIds.length)).toEqual([2, 1])
  after.close()
  const onto = ['assign', '--overwrite', '--onto', loads[1]!.number.toLowerCase()]
  expect(await run(...onto, '--on', 'load-over=allow', '--json')).toMatchObject({
    code: 1,
    json: { problem: { kind: 'load-reason-missing' } },
  })
  expect(
    await run(...onto, '--on', 'load-over=allow', '--load-reason', 'low pallets', '--json'),
  ).toMatchObject({ code: 0, json: { loads: 1 } })
})

test('a load that is not there, and a cap that is no number, are named', async () => {
  const desk = await openLoadDesk(1)
  const { folder } = desk
  desk.close()
  expect(await runCli(folder, ['assign', '--onto', 'L260101-09', '--json'])).toMatchObject({
    json: { problem: { kind: 'load-unknown', number: 'L260101-09' } },
  })
  expect((await runCli(folder, ['assign', '--loads', '--max-pallets', '0'])).code).toBe(2)
})
