import { _electron } from 'playwright-core'
import type { LaunchCommand, RunningDesk } from './launch.ts'
import { waitForProcessEnd } from './process-stamp.ts'

export async function launchElectron(
  binary: string,
  { root, args, env }: LaunchCommand,
): Promise<RunningDesk> {
  const isRoot = process.getuid?.() === 0
  const electron = await _electron.launch({
    executablePath: binary,
    args: [root, ...args, ...(isRoot ? ['--no-sandbox'] : [])],
    env,
  })
  const child = electron.process()
  const pid = child.pid!
  return {
    kind: 'electron',
    pid,
    page: await electron.firstWindow(),
    evaluate: (fn: never, arg?: unknown) => electron.evaluate(fn, arg as never),
    async kill() {
      child.kill('SIGKILL')
      await waitForProcessEnd(pid, 10_000)
    },
    close: () => electron.close(),
  }
}
