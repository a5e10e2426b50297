import { fail, ok, type Result } from '../../shared/result.ts'
import type { CallAnswer, CallName } from '../../shared/contract/contract.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import type { Engine, EventListener } from './engine.ts'
import type { EnginePort, FromEngine, ToEngine } from './wire.ts'

/** An engine in another process, behind the same interface. When the line closes, open calls end as engine-gone. */
export function connectRemoteEngine(
  port: EnginePort<ToEngine, FromEngine>,
  close: () => void,
): Promise<Result<Engine & { onGone(listener: () => void): void }, CallProblem>> {
  const waiting = new Map<number, (answer: CallAnswer<CallName>) => void>()
  const listeners = new Set<EventListener>()
  const goneListeners = new Set<() => void>()
  let lastId = 0
  let isGone = false
  return new Promise((resolve) => {
    const callUnchecked: Engine['callUnchecked'] = (name, input, audience) => {
      if (isGone) return Promise.resolve(fail({ kind: 'engine-gone' }))
      const id = ++lastId
      return new Promise((settle) => {
        waiting.set(id, settle)
        port.send({ type: 'call', id, name, input, audience })
      })
    }
    const engine: Engine & { onGone(listener: () => void): void } = {
      call: (name, input) => callUnchecked(name, input, 'door') as Promise<CallAnswer<typeof name>>,
      callUnchecked,
      cancel: (jobId) => port.send({ type: 'cancel', jobId }),
      onEvent(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
      onGone: (listener) => void goneListeners.add(listener),
      close,
    }
    port.onMessage((message) => {
      switch (message.type) {
        case 'ready':
          resolve(ok(engine))
          break
        case 'refused':
          resolve(fail(message.problem))
          break
        case 'answer':
          waiting.get(message.id)?.(message.answer)
          waiting.delete(message.id)
          break
        case 'event':
          for (const listener of listeners) listener(message.name, message.data as never)
          break
      }
    })
    port.onClose(() => {
      isGone = true
      for (const settle of waiting.values()) settle(fail({ kind: 'engine-gone' }))
      waiting.clear()
      for (const listener of goneListeners) listener()
      resolve(fail({ kind: 'engine-gone' }))
    })
  })
}
