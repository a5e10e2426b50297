import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEngine, type Engine } from '../../../main/engine/engine.ts'
import { forkParser } from '../../../main/files/fork-parser.ts'
import { getPracticeFiles } from '../../../main/practice-morning/prepare-workspace.ts'
import { morningSurroundings } from '../../../main/practice-morning/run-morning.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

let folder: string
let engine: Engine
let daysLater: number

beforeEach(() => {
  folder = makeTempFolder()
  daysLater = 0
  const surroundings = morningSurroundings()
  const opened = openEngine({
    files: {
      database: path.join(folder, 'own.db'),
      practiceFolder: path.join(folder, 'practice'),
      exportFolder: path.join(folder, 'exports'),
    },
    surroundings: { ...surroundings, nowMs: () => surroundings.nowMs() + daysLater * 86_400_000 },
    startParser: forkParser,
    canPickFolder: true,
  })
  if (!opened.ok) throw new Error(opened.problem.kind)
  engine = opened.value
})

afterEach(() => engine.close())

const listNames = async () => {
  const clients = await engine.call('client.list', {})
  const carriers = await engine.call('carrier.list', {})
  const blocks = await engine.call('block.list', {})
  const rules = await engine.call('rule.list', {})
  if (!clients.ok || !carriers.ok || !blocks.ok || !rules.ok) throw new Error('a list was refused')
  return {
    clients: clients.value.clients.length,
    carriers: carriers.value.carriers.map((carrier) => carrier.name),
    firstNumbers: blocks.value.blocks.map((block) => block.nextNumber),
    rules: rules.value.rules.length,
  }
}

const prepared = {
  clients: 11,
  carriers: ['自营车队', 'UPS', 'FedEx'],
  firstNumbers: ['8100200008'],
  rules: 3,
}

describe('the practice workspace', () => {
  it('offers the files of the morning and has carriers, blocks and rules to work with', async () => {
    const opened = await engine.call('practice.open', {})
    expect(opened).toMatchObject({ ok: true })
    const { files, lists } = getPracticeFiles(path.join(folder, 'practice', 'inbox'))
    expect([files.length, lists.length]).toEqual([14, 13])
    for (const file of [...files, ...lists]) expect((await stat(file)).size).toBeGreaterThan(0)
    expect(opened.ok && opened.value.files.map((file) => file.name)).toEqual(
      files.map((file) => path.basename(file)),
    )
    expect(await listNames()).toEqual(prepared)
  })

  it('is not filled a second time when it is opened again', async () => {
    await engine.call('practice.open', {})
    await engine.call('practice.close', {})
    await engine.call('practice.open', {})
    expect(await listNames()).toEqual(prepared)
  })

  it('counts the days of its files from the day it was first opened, until it is removed', async () => {
    const readFirst = async () => {
      await engine.call('practice.open', {})
      const [file] = getPracticeFiles(path.join(folder, 'practice', 'inbox')).files
      const bytes = await readFile(file!)
      await engine.call('practice.close', {})
      return bytes.toString('base64')
    }
    const first = await readFirst()
    daysLater = 40
    expect(await readFirst()).toBe(first)
    await engine.call('practice.remove', {})
    expect(await readFirst()).not.toBe(first)
  })

  it("leaves the dispatcher's own data alone", async () => {
    await engine.call('practice.open', {})
    await engine.call('practice.close', {})
    expect(await listNames()).toEqual({ clients: 0, carriers: [], firstNumbers: [], rules: 0 })
  })
})
