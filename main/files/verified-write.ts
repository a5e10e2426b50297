import { createHash } from 'node:crypto'
import { open, readFile, type FileHandle } from 'node:fs/promises'
import type { PublishProblem } from '../../shared/domain/file-problem.ts'

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export class PublishRefusal extends Error {
  readonly problem: PublishProblem

  constructor(problem: PublishProblem) {
    super(problem.kind)
    this.problem = problem
  }
}

export const getErrorCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error ? String(error.code) : null

/** Null for what is not the disk's doing. */
export function describeWriteError(error: unknown, path: string): PublishProblem | null {
  const code = getErrorCode(error)
  switch (code) {
    case null:
      return null
    case 'ENOSPC':
    case 'EDQUOT':
      return { kind: 'disk-full', path }
    case 'EBUSY':
    case 'ETXTBSY':
      return { kind: 'locked', path }
    case 'EEXIST':
    case 'ENOTEMPTY':
      return { kind: 'target-exists', path }
    case 'ENOTDIR':
    case 'ENOENT':
      return { kind: 'not-a-folder', path }
    default:
      return /^E[A-Z0-9]+$/.test(code) ? { kind: 'unwritable', path, code } : null
  }
}

/** Turns an error of the disk into a PublishRefusal; other errors pass. */
export async function guardWrite<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const problem = describeWriteError(error, path)
    throw problem === null ? error : new PublishRefusal(problem)
  }
}

export async function syncFolder(path: string): Promise<void> {
  // Windows cannot flush a folder; its renames are journalled.
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** One write may take fewer bytes than it was given, without an error. */
async function writeAll(handle: FileHandle, bytes: Uint8Array, checkSignal: () => void): Promise<void> {
  const chunkBytes = 4 * 1024 * 1024
  for (let done = 0; done < bytes.length;) {
    checkSignal()
    const { bytesWritten } = await handle.write(bytes, done, Math.min(chunkBytes, bytes.length - done))
    done += bytesWritten
  }
}

/**
 * Writes a new file, flushes it and reads it again; `place` is where the user will know it. Answers its SHA-256.
 */
export async function writeVerified(
  path: string,
  bytes: Uint8Array,
  checkSignal: () => void,
  place: string,
): Promise<string> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await writeAll(handle, bytes, checkSignal)
    await handle.sync()
  } finally {
    await handle.close()
  }
  const sha256 = hash(bytes)
  if (hash(await readFile(path)) !== sha256) throw new PublishRefusal({ kind: 'not-as-written', path: place })
  return sha256
}
