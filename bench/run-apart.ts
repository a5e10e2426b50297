import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface ApartRun {
  ms: number
  count: number
}

/** Runs one of the bench's scripts on a file in a process of its own, and times what it says it timed. */
export async function runApart(script: 'understand-file' | 'walk-workbook', file: string): Promise<ApartRun> {
  const child = fork(fileURLToPath(new URL(`./${script}.ts`, import.meta.url)), [file])
  const ended = once(child, 'exit')
  const [{ ms, count }] = (await once(child, 'message')) as [{ ms: number; count: number }]
  await ended
  return { ms, count }
}
