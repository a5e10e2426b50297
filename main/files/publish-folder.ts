import { existsSync, readdirSync, rmSync } from 'node:fs'
import { lstat, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { PublishProblem } from '../../shared/domain/file-problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { foldName, formatSafeFileName } from './safe-file-name.ts'
import {
  describeWriteError,
  getErrorCode,
  guardWrite,
  PublishRefusal,
  syncFolder,
  writeVerified,
} from './verified-write.ts'

export interface PublishFile {
  /** Relative, with `/` between folders; each name must be safe. */
  path: string
  bytes: Uint8Array
}

export interface PublishedFile {
  path: string
  byteLength: number
  sha256: string
}

export interface PublishOptions {
  /** Names the folder while it is being written. */
  exportId: string
  /** Makes `manifest.json`, which is written last: a folder with a manifest is complete. */
  makeManifest: (files: readonly PublishedFile[]) => Uint8Array
  signal?: AbortSignal
}

const manifestName = 'manifest.json'
const checksumsName = 'SHA256SUMS'

const partialPattern = /^\.export-([0-9A-Za-z-]+)\.partial$/
/** Windows refuses to rename what a virus scanner or the indexer has open, mostly for a moment. */
const heldCodes = new Set<string | null>(process.platform === 'win32' ? ['EPERM', 'EACCES', 'EBUSY'] : [])
const renamePausesMs = [50, 100, 200, 400, 800, 1600]

function checkPath(path: string, taken: Set<string>): void {
  const isUnsafe = path.split('/').some((name) => name !== formatSafeFileName(name))
  const key = foldName(path)
  if (isUnsafe || taken.has(key)) throw new Error('an export path is unsafe or given twice')
  taken.add(key)
}

export async function refuseExisting(target: string): Promise<void> {
  const isThere = await lstat(target).then(
    () => true,
    () => false,
  )
  if (isThere) throw new PublishRefusal({ kind: 'target-exists', path: target })
}

/** A file in the way answers EEXIST, which elsewhere would mean the target itself. */
async function makeParent(folder: string): Promise<void> {
  const made = mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw getErrorCode(error) === 'EEXIST'
      ? new PublishRefusal({ kind: 'not-a-folder', path: folder })
      : error
  })
  await guardWrite(folder, made)
}

export async function renameVerified(from: string, to: string): Promise<void> {
  for (const pauseMs of renamePausesMs) {
    try {
      return await rename(from, to)
    } catch (error) {
      if (!heldCodes.has(getErrorCode(error))) throw error
      await wait(pauseMs)
    }
  }
  throw new PublishRefusal({ kind: 'locked', path: to })
}

export const getPartialPath = (target: string, exportId: string): string => {
  const name = `.export-${exportId}.partial`
  if (!partialPattern.test(name)) throw new Error('an export id has letters, digits and hyphens only')
  return join(dirname(target), name)
}

/** Writes and checks everything into the folder `partial`. Problems name the places the user will know. */
async function fillPartial(
  partial: string,
  target: string,
  files: Iterable<PublishFile> | AsyncIterable<PublishFile>,
  options: PublishOptions,
): Promise<PublishedFile[]> {
  const checkSignal = () => {
    if (options.signal?.aborted) throw new PublishRefusal({ kind: 'cancelled', path: target })
  }
  const published: PublishedFile[] = []
  const folders = new Set([partial])
  const taken = new Set([manifestName, checksumsName].map(foldName))
  const add = async (path: string, bytes: Uint8Array): Promise<PublishedFile> => {
    checkSignal()
    const place = join(target, path)
    const file = join(partial, path)
    for (let folder = dirname(file); !folders.has(folder); folder = dirname(folder)) folders.add(folder)
    await guardWrite(place, mkdir(dirname(file), { recursive: true }))
    const sha256 = await guardWrite(place, writeVerified(file, bytes, checkSignal, place))
    return { path, byteLength: bytes.length, sha256 }
  }

  for await (const { path, bytes } of files) {
    checkPath(path, taken)
    published.push(await add(path, bytes))
  }
  const checksums = published.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
  await add(checksumsName, Buffer.from(checksums))
  await add(manifestName, options.makeManifest(published))
  for (const folder of folders) await guardWrite(target, syncFolder(folder))
  checkSignal()
  return published
}

/**
 * Publishes a folder of files all or nothing, in a parent that is made where it is missing: written and verified beside the target under another name,
 * flushed, then renamed. After a Problem nothing is left. A power cut leaves the target whole or absent, and
 * at worst a partial folder, see sweepPartialFolders.
 */
export async function publishFolder(
  target: string,
  files: Iterable<PublishFile> | AsyncIterable<PublishFile>,
  options: PublishOptions,
): Promise<Result<PublishedFile[], PublishProblem>> {
  const place = resolve(target)
  const partial = getPartialPath(place, options.exportId)
  let written = partial
  try {
    await refuseExisting(place)
    await makeParent(dirname(place))
    await guardWrite(dirname(place), rm(partial, { recursive: true, force: true }))
    await guardWrite(dirname(place), mkdir(partial, { mode: 0o700 }))
    const published = await fillPartial(partial, place, files, options)
    await refuseExisting(place)
    await guardWrite(place, renameVerified(partial, place))
    written = place
    await guardWrite(place, syncFolder(dirname(place)))
    return ok(published)
  } catch (error) {
    await rm(written, { recursive: true, force: true }).catch(() => {})
    if (error instanceof PublishRefusal) return fail(error.problem)
    throw error
  }
}

/** What a crash or power cut left in a folder of exports: to be deleted, never taken for an export. */
export function getPartialFolders(parent: string): { path: string; exportId: string }[] {
  if (!existsSync(parent)) return []
  return readdirSync(parent, { withFileTypes: true }).flatMap((entry) => {
    const exportId = entry.isDirectory() ? partialPattern.exec(entry.name)?.[1] : undefined
    return exportId === undefined ? [] : [{ path: join(parent, entry.name), exportId }]
  })
}

/** Before anything is exported; what cannot be removed now is tried again at the next start. */
export function sweepPartialFolders(parent: string): void {
  try {
    for (const partial of getPartialFolders(parent)) rmSync(partial.path, { recursive: true, force: true })
  } catch (error) {
    if (describeWriteError(error, parent) === null) throw error
  }
}
