import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { PublishProblem } from '../../shared/domain/file-problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { publishFile } from '../files/publish-file.ts'
import { makeUniqueNames } from '../files/safe-file-name.ts'
import { describeWriteError } from '../files/verified-write.ts'

const mostNames = 100

/** Under the first free name: what was written before is never written over. */
export async function publishBeside(
  folder: string,
  name: string,
  bytes: Uint8Array,
  opId: string,
  signal?: AbortSignal,
): Promise<Result<string, PublishProblem>> {
  const problem = await makeFolder(folder)
  if (problem) return fail(problem)
  const exportId = opId.replace(/[^0-9A-Za-z-]/g, '-')
  const names = makeUniqueNames(Array<string>(mostNames).fill(name))
  for (const each of names) {
    const published = await publishFile(path.join(folder, each), () => Promise.resolve(bytes), {
      exportId,
      ...(signal && { signal }),
    })
    if (published.ok) return ok(each)
    if (published.problem.kind !== 'target-exists') return published
  }
  return fail({ kind: 'target-exists', path: path.join(folder, name) })
}

async function makeFolder(folder: string): Promise<PublishProblem | null> {
  try {
    await mkdir(folder, { recursive: true })
    return null
  } catch (error) {
    const problem = describeWriteError(error, folder)
    if (!problem) throw error
    return problem
  }
}
