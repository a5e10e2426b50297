import type { Audience } from '../../shared/contract/call.ts'
import type { CallAnswer, CallName } from '../../shared/contract/contract.ts'
import type { EngineEvents, EventName } from '../../shared/contract/events.ts'
import type { OpenProblem } from '../../shared/domain/store-problem.ts'
import type { Engine } from './engine.ts'

/** From a door to the engine. */
export type ToEngine =
  | { type: 'call'; id: number; name: string; input: unknown; audience: Audience }
  | { type: 'cancel'; jobId: number }

/** From the engine to its doors. `ready` or `refused` comes first and once. */
export type FromEngine =
  | { type: 'ready' }
  | { type: 'refused'; problem: OpenProblem }
  | { type: 'answer'; id: number; answer: CallAnswer<CallName> }
  | { type: 'event'; name: EventName; data: EngineEvents[EventName] }

/** A line between an engine and one door: process messages, a MessagePort or a local pipe. */
export interface EnginePort<Send, Receive> {
  send(message: Send): void
  onMessage(listener: (message: Receive) => void): void
  onClose(listener: () => void): void
}

/** Answers a door's calls and passes events on until the line closes. */
export function serveDoor(engine: Engine, port: EnginePort<FromEngine, ToEngine>): void {
  const stop = engine.onEvent((name, data) => port.send({ type: 'event', name, data }))
  port.onClose(stop)
  port.onMessage((message) => {
    if (message.type === 'cancel') engine.cancel(message.jobId)
    else
      void engine
        .callUnchecked(message.name, message.input, message.audience)
        .then((answer) => port.send({ type: 'answer', id: message.id, answer }))
  })
  port.send({ type: 'ready' })
}
