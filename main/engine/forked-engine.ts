import { runEngineProcess, type EngineStart } from './engine-process.ts'
import type { ToEngine } from './wire.ts'

/** Entry of an engine forked by the browser host: the line is Node's own between parent and child. */
runEngineProcess({
  send: (message) => void (process.connected && process.send!(message)),
  onMessage: (listener) =>
    void process.on('message', (message) => listener(message as ToEngine | EngineStart)),
  onClose: (listener) => void process.on('disconnect', listener),
})
