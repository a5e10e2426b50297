import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  getPartialFolders,
  publishFolder,
  type PublishedFile,
  type PublishFile,
} from '../../../main/files/publish-folder.ts'
import { describeWriteError } from '../../../main/files/verified-write.ts'

let parent = ''
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'publish-'))
})
afterEach(() => rm(parent, { recursive: true }))

const hash = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
const makeManifest = (files: readonly PublishedFile[]) => Buffer.from(JSON.stringify(files))
const options = { exportId: 'batch-7', makeManifest }

const files: PublishFile[] = [
  { path: 'Acme/FBA1.xlsx', bytes: Buffer.from('one') },
  { path: 'Acme/FBA2.xlsx', bytes: Buffer.alloc(9_000_000, 7) },
  { path: 'summary.csv', bytes: new Uint8Array() },
]

describe('a published folder', () => {
  test('holds every file, their checksums and the manifest, and nothing else is left', async () => {
    const target = join(parent, 'Export 7')
    const result = await publishFolder(target, files, options)
    const expected = files.map(({ path, bytes }) => ({ path, byteLength: bytes.length, sha256: hash(bytes) }))
    expect(result).toEqual({ ok: true, value: expected })
    expect(await readdir(parent)).toEqual(['Export 7'])
    expect((await readdir(target, { recursive: true })).toSorted()).toEqual(
      ['Acme', 'Acme/FBA1.xlsx', 'Acme/FBA2.xlsx', 'SHA256SUMS', 'manifest.json', 'summary.csv'].toSorted(),
    )
    for (const { path, bytes } of files) expect(hash(await readFile(join(target, path)))).toBe(hash(bytes))
    expect(await readFile(join(target, 'SHA256SUMS'), 'utf8')).toBe(
      expected.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''),
    )
    expect(JSON.parse(await readFile(join(target, 'manifest.json'), 'utf8'))).toEqual(expected)
  })

  test('may be made file by file while it is written', async () => {
    async function* make() {
      for (const file of files) {
        expect(await readdir(parent)).toEqual(['.export-batch-7.partial'])
        yield file
      }
    }
    expect((await publishFolder(join(parent, 'out'), make(), options)).ok).toBe(true)
  })

  test('replaces what a crash left of the same export', async () => {
    const partial = join(parent, '.export-batch-7.partial')
    await mkdir(partial)
    await writeFile(join(partial, 'old'), 'x')
    await mkdir(join(parent, '.export-x.partial'))
    await writeFile(join(parent, '.export-y.partial'), 'a file')
    expect(getPartialFolders(parent)).toEqual([
      { path: partial, exportId: 'batch-7' },
      { path: join(parent, '.export-x.partial'), exportId: 'x' },
    ])
    await publishFolder(join(parent, 'out'), files, options)
    expect((await readdir(join(parent, 'out'))).includes('old')).toBe(false)
    expect(getPartialFolders(parent)).toEqual([{ path: join(parent, '.export-x.partial'), exportId: 'x' }])
  })
})

function* breakOff(): Generator<PublishFile> {
  yield files[0]!
  throw new Error('maker')
}

describe('all or nothing', () => {
  test('an existing folder is not touched', async () => {
    const target = join(parent, 'out')
    await mkdir(target)
    await writeFile(join(target, 'mine'), 'x')
    expect(await publishFolder(target, files, options)).toEqual({
      ok: false,
      problem: { kind: 'target-exists', path: target },
    })
    expect(await readdir(parent, { recursive: true })).toEqual(['out', 'out/mine'])
  })

  test('a folder that appears meanwhile is not touched', async () => {
    const target = join(parent, 'out')
    async function* make() {
      yield files[0]!
      await mkdir(target)
    }
    expect(await publishFolder(target, make(), options)).toMatchObject({ problem: { kind: 'target-exists' } })
    expect(await readdir(parent, { recursive: true })).toEqual(['out'])
  })

  test('a file in place of the parent is a Problem', async () => {
    const file = join(parent, 'file')
    await writeFile(file, 'x')
    expect(await publishFolder(join(file, 'out'), files, options)).toEqual({
      ok: false,
      problem: { kind: 'not-a-folder', path: file },
    })
    expect(await readdir(parent)).toEqual(['file'])
  })

  test('a file where a folder is needed is a Problem and leaves nothing', async () => {
    const target = join(parent, 'out')
    const clash = [files[2]!, { path: 'summary.csv/x', bytes: Buffer.from('x') }]
    expect(await publishFolder(target, clash, options)).toMatchObject({
      ok: false,
      problem: { path: join(target, 'summary.csv/x') },
    })
    expect(await readdir(parent)).toEqual([])
  })

  test('a cancelled export leaves nothing', async () => {
    const controller = new AbortController()
    async function* make() {
      yield files[0]!
      controller.abort()
      yield files[1]!
    }
    const target = join(parent, 'out')
    expect(await publishFolder(target, make(), { ...options, signal: controller.signal })).toEqual({
      ok: false,
      problem: { kind: 'cancelled', path: target },
    })
    expect(await readdir(parent)).toEqual([])
  })

  test('an error in making the files leaves nothing and is thrown on', async () => {
    await expect(publishFolder(join(parent, 'out'), breakOff(), options)).rejects.toThrow('maker')
    expect(await readdir(parent)).toEqual([])
  })

  test.each(['../x', '/x', 'a//b', 'a\\b', 'CON', 'x.', '', 'MANIFEST.JSON'])(
    'a path like %j is a mistake of the caller',
    async (path) => {
      const unsafe = [{ path, bytes: Buffer.from('x') }]
      await expect(publishFolder(join(parent, 'out'), unsafe, options)).rejects.toThrow('unsafe')
      expect(await readdir(parent)).toEqual([])
    },
  )
})

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EBUSY', 'locked'],
  ['EEXIST', 'target-exists'],
  ['ENOTEMPTY', 'target-exists'],
  ['ENOTDIR', 'not-a-folder'],
  ['EACCES', 'unwritable'],
  ['EPERM', 'unwritable'],
  ['EROFS', 'unwritable'],
])('%s of the disk is the Problem %s', (code, kind) => {
  expect(describeWriteError(Object.assign(new Error(code), { code }), '/x')).toMatchObject({
    kind,
    path: '/x',
  })
})

test('an error that is not the disk’s is no Problem', () => {
  expect(describeWriteError(new TypeError('bug'), '/x')).toBeNull()
  expect(
    describeWriteError(Object.assign(new Error('bug'), { code: 'ERR_INVALID_ARG_TYPE' }), '/x'),
  ).toBeNull()
})
