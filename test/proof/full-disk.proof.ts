import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { must, nextOpId, openTestEngine } from '../support/engine-process.ts'
import { addCarriers, assignAll, importFile, openDraft, writeFreightFile } from '../support/sample-files.ts'
import { makeTempFolder } from '../support/temp-folder.ts'

const mounts: string[] = []
afterEach(() => {
  for (const mount of mounts.splice(0)) execFileSync('umount', ['-l', mount])
})

/** A disk of a few megabytes (needs root). */
function mountSmallDisk(sizeMb: number): string {
  const folder = path.join(makeTempFolder(), 'disk')
  mkdirSync(folder)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m`, 'tmpfs', folder])
  mounts.push(folder)
  return folder
}

function fill(folder: string): string {
  const filler = path.join(folder, 'filler')
  for (let size = 1024 * 1024; size >= 1024; size /= 2) {
    for (let part = 0; ; part++) {
      try {
        writeFileSync(`${filler}-${size}-${part}`, Buffer.alloc(size))
      } catch {
        rmSync(`${filler}-${size}-${part}`, { force: true })
        break
      }
    }
  }
  return filler
}

function free(folder: string): void {
  for (const name of readdirSync(folder)) if (name.startsWith('filler')) rmSync(path.join(folder, name))
}

test('on a full disk an import and an assign say so, store nothing, and work again when there is space', async () => {
  const disk = mountSmallDisk(24)
  const sources = makeTempFolder()
  const engine = openTestEngine(disk)
  await addCarriers(engine)
  await importFile(engine, writeFreightFile(sources, 'first.csv', 200))
  const draftId = await openDraft(engine, writeFreightFile(sources, 'second.csv', 5_000, 1_000, 10))
  fill(disk)
  const commit = await must(engine, 'import.commit', { opId: nextOpId(), draftIds: [draftId] })
  expect(commit.failed).toMatchObject([{ problem: { kind: 'disk-full' } }])
  expect((await must(engine, 'app.state', {})).shipments).toBe(200)
  free(disk)
  const assigned = await must(engine, 'assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
  expect(assigned.firstPro).toBe('8100000002')
  engine.close()
})

test('an export on a full disk leaves no folder behind and says so', async () => {
  const disk = mountSmallDisk(2)
  const folder = makeTempFolder()
  const engine = openTestEngine(folder)
  await addCarriers(engine)
  await importFile(engine, writeFreightFile(folder, 'first.csv', 300))
  await must(engine, 'assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
  fill(disk)
  const { token } = await must(engine, 'folder.offer', { path: path.join(disk, 'out') })
  const answer = await engine.call('export.run', { opId: nextOpId(), folder: token })
  expect(answer).toMatchObject({
    ok: false,
    problem: { kind: 'not-published', problem: { kind: 'disk-full' } },
  })
  expect(existsSync(path.join(disk, 'out'))).toBe(false)
  expect(readdirSync(disk).filter((name) => !name.startsWith('filler'))).toEqual([])
  free(disk)
  const again = await must(engine, 'folder.offer', { path: path.join(disk, 'out') })
  expect((await must(engine, 'export.run', { opId: nextOpId(), folder: again.token })).shipments).toBe(300)
  engine.close()
})
