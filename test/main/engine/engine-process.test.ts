import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openStore } from '../../../db/open.ts'
import { attach, getTestFiles, must, nextOpId, startEngineProcess } from '../../support/engine-process.ts'
import { addCarriers, assignAll, importFile, writeFreightFile } from '../../support/sample-files.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

const cli = fileURLToPath(new URL('../../../main/cli/cli.ts', import.meta.url))

test('4 clients of one engine draw 20,000 numbers at once in batches of 1 to 50, all distinct', async () => {
  const folder = makeTempFolder()
  const child = await startEngineProcess(folder)
  const first = await attach(folder)
  await addCarriers(first)
  await importFile(first, writeFreightFile(folder, 'freight.csv', 20_000, 1, 0))
  const { ids } = await must(first, 'shipment.ids', { filter: {}, sort: null })
  expect(ids).toHaveLength(20_000)
  const clients = await Promise.all([1, 2, 3, 4].map(() => attach(folder)))
  await Promise.all(
    clients.map(async (client, which) => {
      const own = ids.filter((_, i) => i % 4 === which)
      for (let at = 0, size = 1; at < own.length; at += size, size = (size * 7 + which) % 50 || 50) {
        const batch = own.slice(at, at + size)
        const { pros } = await must(client, 'assign.apply', {
          ...assignAll,
          opId: nextOpId(),
          filter: { ids: batch },
        })
        expect(pros).toBe(batch.length)
      }
    }),
  )
  const numbers = new Set<string | null>()
  for (let offset = 0; offset < ids.length; offset += 2_000) {
    const { rows } = await must(first, 'shipment.page', { filter: {}, sort: null, offset, limit: 2_000 })
    for (const row of rows) numbers.add(row.pro)
  }
  numbers.delete(null)
  expect(numbers.size).toBe(20_000)
  for (const client of [first, ...clients]) client.close()
  child.kill()
  await once(child, 'exit')
}, 240_000)

test('the command line works beside a running engine, through it', async () => {
  const folder = makeTempFolder()
  const child = await startEngineProcess(folder)
  const engine = await attach(folder)
  await addCarriers(engine)
  const { database } = getTestFiles(folder)
  const run = spawnSync(process.execPath, [cli, 'block', 'list', '--json', '--db', database], {
    encoding: 'utf8',
  })
  expect(run.status).toBe(0)
  expect(JSON.parse(run.stdout)).toMatchObject({ blocks: [{ left: 100_000 }] })
  engine.close()
  child.kill()
  await once(child, 'exit')
  expect(existsSync(`${database}.engine`)).toBe(false)
})

test('when its parent is killed the engine ends, and the database can be opened at once', async () => {
  const folder = makeTempFolder()
  const parent = fork(fileURLToPath(new URL('../../support/engine-parent.ts', import.meta.url)), [folder], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(parent, 'message')
  parent.kill('SIGKILL')
  await once(parent, 'exit')
  const gone = Date.now() + 5_000
  let opened = openStore(getTestFiles(folder).database)
  while (!opened.ok && Date.now() < gone) opened = openStore(getTestFiles(folder).database)
  expect(opened.ok).toBe(true)
  if (opened.ok) opened.value.close()
})

test('a caller without the token gets nothing', async () => {
  const folder = makeTempFolder()
  const child = await startEngineProcess(folder)
  const note = `${getTestFiles(folder).database}.engine`
  const known = JSON.parse(readFileSync(note, 'utf8')) as { token: string }
  writeFileSync(note, JSON.stringify({ ...known, token: 'f'.repeat(known.token.length) }))
  await expect(attach(folder)).rejects.toThrow('engine-gone')
  child.kill()
  await once(child, 'exit')
})
