import { mkdir, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { PublishProblem } from '../../shared/domain/file-problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { getPartialPath, refuseExisting, renameVerified } from './publish-folder.ts'
import { guardWrite, PublishRefusal, syncFolder, writeVerified } from './verified-write.ts'

/** Publishes one file as publishFolder does a folder: written and verified elsewhere, flushed, then renamed. */
export async function publishFile(
  target: string,
  make: () => Promise<Uint8Array>,
  options: { exportId: string; signal?: AbortSignal },
): Promise<Result<null, PublishProblem>> {
  const place = resolve(target)
  const partial = getPartialPath(place, options.exportId)
  const checkSignal = () => {
    if (options.signal?.aborted) throw new PublishRefusal({ kind: 'cancelled', path: place })
  }
  try {
    await refuseExisting(place)
    await guardWrite(place, rm(partial, { recursive: true, force: true }))
    await guardWrite(place, mkdir(partial, { mode: 0o700 }))
    const file = join(partial, basename(place))
    const bytes = await guardWrite(place, make())
    await guardWrite(place, writeVerified(file, bytes, checkSignal, place))
    checkSignal()
    await refuseExisting(place)
    await guardWrite(place, renameVerified(file, place))
    await guardWrite(place, syncFolder(dirname(place)))
    return ok(null)
  } catch (error) {
    if (error instanceof PublishRefusal) return fail(error.problem)
    throw error
  } finally {
    await rm(partial, { recursive: true, force: true }).catch(() => null)
  }
}
