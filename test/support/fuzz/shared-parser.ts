import { readFileSync } from 'node:fs'
import { forkParser } from '../../../main/files/fork-parser.ts'
import type { ParserChild, ParserMessage, StartParser } from '../../../main/files/parser-protocol.ts'

const builtParser = new URL('../../../out/main/parser.js', import.meta.url)

/**
 * The parser process as it ships, kept from file to file as long as it answers: a start costs more than most files.
 * Whoever reads a file with it sees a child of its own.
 */
export function createSharedParser() {
  let child: ParserChild | null = null
  let isAnswered = true
  let onMessage: (message: ParserMessage) => void = () => {}
  let onExit = () => {}
  let peakMb = 0

  const notePeak = () => {
    if (process.platform !== 'linux' || child?.pid === undefined) return
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
    peakMb = Math.max(peakMb, Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024)
  }
  const stop = () => {
    child?.kill()
    child = null
  }
  const open = (): ParserChild => {
    const started = forkParser(builtParser)
    started.on('message', (message) => {
      if (message.kind === 'done' || message.kind === 'problem') isAnswered = true
      onMessage(message)
    })
    started.on('exit', () => {
      if (child !== started) return
      child = null
      onExit()
    })
    return started
  }
  const start: StartParser = () => {
    child ??= open()
    isAnswered = false
    const { pid, send } = child
    return {
      pid,
      send,
      on(event: 'message' | 'exit', listener: (message: ParserMessage) => void) {
        if (event === 'message') onMessage = listener
        else onExit = listener as () => void
      },
      kill() {
        if (isAnswered) notePeak()
        else stop()
      },
    }
  }
  return { start, stop, getPeakMb: () => peakMb }
}
