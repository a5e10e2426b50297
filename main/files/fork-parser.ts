import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parserFlags } from './file-limits.ts'
import type { ParserChild, ParserMessage } from './parser-protocol.ts'

/** Beside this module in the source; in the build all entries lie in one folder. */
const parserEntry = new URL(
  import.meta.url.endsWith('.ts') ? './parser-process.ts' : './parser.js',
  import.meta.url,
)

/** Windows cannot start a process without this one variable. */
const getMinimalEnvironment = (): NodeJS.ProcessEnv => {
  const { SystemRoot } = process.env
  return SystemRoot === undefined ? {} : { SystemRoot }
}

/** A parser as a forked Node process. Not for the packaged desk, which may not run Node: see StartParser. */
export function forkParser(entry = parserEntry): ParserChild {
  const child = fork(fileURLToPath(entry), [], {
    execArgv: parserFlags,
    env: getMinimalEnvironment(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return {
    pid: child.pid,
    send: (request) => {
      // A child that is already gone is reported by its exit.
      child.send(request, () => {})
    },
    on: (event: 'message' | 'exit', listener: (message: ParserMessage) => void) => {
      child.on(event, listener)
      if (event === 'exit') child.on('error', listener)
    },
    kill: () => {
      child.kill('SIGKILL')
    },
  }
}
