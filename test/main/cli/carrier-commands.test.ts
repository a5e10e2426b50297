import { expect, test } from 'vitest'
import { runCli } from '../../support/run-cli.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

test('a carrier is added with its PRO policy, one for each shipment where none is named', async () => {
  const folder = makeTempFolder()
  const run = (...args: string[]) => runCli(folder, ['carrier', ...args])
  const kind = ['--kind', 'own_fleet'] as const
  expect(await run('add', '甲车队', ...kind, '--pro-policy', 'per_load')).toMatchObject({ code: 0 })
  expect(await run('add', '乙车队', ...kind)).toMatchObject({ code: 0 })
  expect(await run('add', '丙车队', ...kind, '--pro-policy', 'per_truck')).toMatchObject({
    code: 2,
    err: expect.stringContaining('--pro-policy is one of per_shipment, per_load') as string,
  })
  expect(await run('list', '--json')).toMatchObject({
    json: {
      carriers: [
        { name: '甲车队', proPolicy: 'per_load' },
        { name: '乙车队', proPolicy: 'per_shipment' },
      ],
    },
  })
})
