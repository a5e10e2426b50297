import { lstat, mkdir, readdir, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import type { PublishProblem } from '../../shared/domain/file-problem.ts'
import { describeWriteError, getErrorCode } from '../files/verified-write.ts'

/** What speaks against a target before anything is made for it. An empty folder gives way to the export. */
export async function checkTarget(target: string): Promise<PublishProblem | null> {
  try {
    const stat = await lstat(target)
    const isEmpty = stat.isDirectory() && (await readdir(target)).length === 0
    return isEmpty ? null : { kind: 'target-exists', path: target }
  } catch (error) {
    const code = getErrorCode(error)
    if (code === 'ENOENT') return null
    if (code === 'ENOTDIR') return { kind: 'not-a-folder', path: path.dirname(target) }
    const problem = describeWriteError(error, target)
    if (!problem) throw error
    return problem
  }
}

/** Takes an empty folder away and says whether there was one. */
export async function removeEmptyFolder(folder: string): Promise<boolean> {
  try {
    await rmdir(folder)
    return true
  } catch {
    return false
  }
}

export const restoreEmptyFolder = (folder: string): Promise<unknown> => mkdir(folder).catch(() => null)

/** Takes back what was published and could not be recorded. */
export async function removePublished(places: readonly string[]): Promise<void> {
  for (const place of places) await rm(place, { recursive: true, force: true }).catch(() => null)
}
