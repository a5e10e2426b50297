import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import type { ControlMessage, EvaluateRequest } from './electron-stand-in/control.ts'
import type { LaunchCommand, RunningDesk } from './launch.ts'
import { waitForProcessEnd } from './process-stamp.ts'

const bootFile = path.join(import.meta.dirname, 'electron-stand-in/boot.ts')
const firstWindowWithinMs = 30_000
const endWithinMs = 30_000

export async function launchStandIn({ root, args, env }: LaunchCommand): Promise<RunningDesk> {
  const child = fork(bootFile, [root, ...args], { env, execArgv: [], serialization: 'advanced' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const started = await waitForChromium(child)

  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
    killIfRunning(started.pid)
    await waitForProcessEnd(started.pid, endWithinMs)
  }

  try {
    const browser = await chromium.connectOverCDP(started.endpoint, { isLocal: true, noDefaults: true })
    const evaluate = createEvaluate(child)
    return {
      kind: 'stand-in',
      pid: child.pid!,
      page: await getFirstWindow(browser.contexts()[0]!, ended),
      evaluate,
      async kill() {
        await kill()
        await browser.close()
      },
      async close() {
        if (child.exitCode === null) evaluate(({ app }) => app.quit()).catch(() => {})
        const isInTime = await Promise.race([
          ended.then(() => true),
          delay(endWithinMs, false, { ref: false }),
        ])
        if (!isInTime) await kill()
        await browser.close()
        if (!isInTime) throw new Error(`The desk did not quit within ${endWithinMs} ms.`)
      },
    }
  } catch (error) {
    await kill()
    throw error
  }
}

function waitForChromium(child: ChildProcess): Promise<Extract<ControlMessage, { type: 'chromium' }>> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code, signal) => {
      reject(new Error(`The desk ended with ${signal ?? code} before it was ready.`))
    })
    child.once('message', (message) => resolve(message as Extract<ControlMessage, { type: 'chromium' }>))
  })
}

async function getFirstWindow(context: BrowserContext, ended: Promise<void>): Promise<Page> {
  const early = ended.then(() => {
    throw new Error('The desk ended before it showed a window.')
  })
  early.catch(() => {})
  const opened = context.pages()[0] ?? context.waitForEvent('page', { timeout: firstWindowWithinMs })
  const page = await Promise.race([opened, early])
  const loaded = page.waitForURL((url) => url.href !== 'about:blank', { timeout: firstWindowWithinMs })
  await Promise.race([loaded, early])
  return page
}

function createEvaluate(child: ChildProcess): RunningDesk['evaluate'] {
  const waiting = new Map<number, PromiseWithResolvers<never>>()
  let lastId = 0
  child.on('message', (message: ControlMessage) => {
    if (message.type !== 'result') return
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error === undefined) call?.resolve(message.value as never)
    else call?.reject(new Error(message.error))
  })
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('The desk has ended.'))
  })
  return (fn: Function, arg?: unknown) => {
    const id = ++lastId
    const call = Promise.withResolvers<never>()
    waiting.set(id, call)
    child.send({ id, fn: String(fn), arg } satisfies EvaluateRequest, (error) => {
      if (error) call.reject(error)
    })
    return call.promise
  }
}

function killIfRunning(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended when the pipe to the main process closed.
  }
}
