import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { fail, type Result } from '../../shared/result.ts'
import { openEngine, type Engine } from '../engine/engine.ts'
import { attachToEngine } from '../engine/local-pipe.ts'
import { getUserName } from '../engine/user-name.ts'
import type { StartParser } from '../files/parser-protocol.ts'
import { version } from '../version.ts'

const retryEveryMs = 100
const longestWaitMs = 15_000

/**
 * The engine that has the database open, or one of our own when none runs. A database that is just being opened or
 * used by another command is waited for.
 */
export async function connectEngine(
  database: string,
  startParser: StartParser,
): Promise<Result<Engine, CallProblem>> {
  const endAt = Date.now() + longestWaitMs
  for (;;) {
    const attached = await attachToEngine(database)
    if (attached?.ok) return attached
    const opened = openEngine({
      files: {
        database,
        practiceFolder: path.join(path.dirname(database), 'practice'),
        exportFolder: path.join(path.dirname(database), 'export'),
      },
      surroundings: { nowMs: Date.now, who: getUserName, version },
      startParser,
      canPickFolder: true,
    })
    if (opened.ok || opened.problem.kind !== 'database-in-use') return opened
    if (Date.now() > endAt) return fail(opened.problem)
    await wait(retryEveryMs)
  }
}
