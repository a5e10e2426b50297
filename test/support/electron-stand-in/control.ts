import { runInThisContext } from 'node:vm'
import * as electron from './electron.ts'
import { records } from './records.ts'

/** From the test: `fn` is the text of a function of the electron module and `arg`. */
export interface EvaluateRequest {
  id: number
  fn: string
  arg: unknown
}

/** To the test. */
export type ControlMessage =
  | { type: 'chromium'; pid: number; endpoint: string }
  | { type: 'result'; id: number; value?: unknown; error?: string }

/** Lets the test that started the app run functions in its main process; without that test the app ends. */
export function serveTest(): void {
  if (!process.send) return
  process.on('message', (request: EvaluateRequest) => {
    void evaluate(request).then((message) => process.send?.(message))
  })
  process.on('disconnect', () => electron.app.exit(0))
}

async function evaluate({ id, fn, arg }: EvaluateRequest): Promise<ControlMessage> {
  try {
    const call: (electronModule: object, arg: unknown) => unknown = runInThisContext(`(${fn})`)
    return { type: 'result', id, value: await call({ ...electron, standIn: records }, arg) }
  } catch (error) {
    return {
      type: 'result',
      id,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
  }
}
