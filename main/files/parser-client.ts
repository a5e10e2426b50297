import { readFileSync } from 'node:fs'
import type { FileProblem } from '../../shared/domain/file-problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { parserLimits } from './file-limits.ts'
import { unpackRows } from './packed-rows.ts'
import type { ParserMessage, ParserOptions, StartParser } from './parser-protocol.ts'
import type { FileFacts, TableFile, TableSink } from './table-sink.ts'

export interface ParseInChildOptions extends ParserOptions {
  signal?: AbortSignal
  /** Time of the parser; the time the sink takes is not counted. */
  timeoutMs?: number
  maxRssBytes?: number
}

const watchEveryMs = 50

/** Linux only: elsewhere the heap cap of the process is all there is. */
function getResidentBytes(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return 0
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kilobytes ?? 0) * 1024
  } catch {
    return 0
  }
}

/**
 * Reads a file in a process of its own, which is killed when it is done, too slow, too large or no longer
 * wanted. The sink's rule holds: only `ok` makes final what it was given. What the sink throws is thrown on.
 */
export function parseInChild(
  start: StartParser,
  file: TableFile,
  sink: TableSink,
  options: ParseInChildOptions = {},
): Promise<Result<FileFacts, FileProblem>> {
  const {
    signal,
    timeoutMs = parserLimits.timeoutMs,
    maxRssBytes = parserLimits.residentBytes,
    ...parserOptions
  } = options
  if (signal?.aborted) return Promise.resolve(fail({ kind: 'cancelled' }))

  return new Promise((resolve, reject) => {
    const child = start()
    const startedAt = performance.now()
    let isSettled = false
    let sinkMs = 0
    let busySince: number | null = null
    let work = Promise.resolve()

    const settle = (answer: () => void) => {
      if (isSettled) return
      isSettled = true
      clearInterval(watch)
      signal?.removeEventListener('abort', cancel)
      child.kill()
      // A batch that the sink is still taking comes to its end before the caller cleans up.
      void work.then(answer)
    }
    const finish = (result: Result<FileFacts, FileProblem>) => settle(() => resolve(result))
    const cancel = () => finish(fail({ kind: 'cancelled' }))

    const watch = setInterval(() => {
      const now = performance.now()
      const busyMs = busySince === null ? 0 : now - busySince
      if (now - startedAt - sinkMs - busyMs > timeoutMs)
        finish(fail({ kind: 'parser-timeout', limitMs: timeoutMs }))
      else if (getResidentBytes(child.pid) > maxRssBytes) {
        finish(fail({ kind: 'parser-memory', limit: maxRssBytes }))
      }
    }, watchEveryMs)

    const take = async (message: ParserMessage) => {
      if (isSettled) return
      switch (message.kind) {
        case 'begin':
          sink.begin?.(message.info)
          break
        case 'rows':
          await sink.rows(message.sheetIndex, unpackRows(message.rows))
          child.send({ kind: 'ack' })
          break
        case 'sheet':
          await sink.sheet(message.info)
          break
        case 'encodings':
          await sink.encodings?.(message.previews)
          break
        case 'done':
          finish(ok(message.facts))
          break
        case 'problem':
          finish(fail(message.problem))
          break
      }
    }
    const queue = (step: () => Promise<void> | void) => {
      work = work
        .then(() => {
          busySince = performance.now()
          return step()
        })
        .catch((error: unknown) => settle(() => reject(error)))
        .finally(() => {
          sinkMs += performance.now() - (busySince ?? 0)
          busySince = null
        })
    }

    child.on('message', (message) => queue(() => take(message)))
    child.on('exit', () => queue(() => finish(fail({ kind: 'parser-crashed' }))))
    signal?.addEventListener('abort', cancel)
    child.send({ kind: 'parse', file, options: parserOptions })
  })
}
