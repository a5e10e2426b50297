import { readFileSync } from 'node:fs'
import { forkParser } from '../../main/files/fork-parser.ts'
import { parseInChild } from '../../main/files/parser-client.ts'
import type { FileFacts } from '../../main/files/table-sink.ts'
import type { FileProblem } from '../../shared/domain/file-problem.ts'
import type { Result } from '../../shared/result.ts'

export interface ParserMeasure {
  result: Result<FileFacts, FileProblem>
  ms: number
  /** Highest resident memory of the parser process; 0 where the system does not tell. */
  peakMb: number
}

const builtParser = new URL('../../out/main/parser.js', import.meta.url)

function getPeakMb(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Reads a file in the parser process as it ships, from its start to its end. */
export async function measureParser(bytes: Uint8Array): Promise<ParserMeasure> {
  let peakMb = 0
  const start = () => {
    const child = forkParser(builtParser)
    return {
      ...child,
      kill() {
        peakMb = getPeakMb(child.pid)
        child.kill()
      },
    }
  }
  const startedAt = performance.now()
  const result = await parseInChild(start, { bytes }, { rows() {}, sheet() {} })
  return { result, ms: performance.now() - startedAt, peakMb }
}
