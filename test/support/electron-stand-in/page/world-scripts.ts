import { createBridgePeer } from './bridge-peer.ts'
import { createBridgeValues } from './bridge-values.ts'
import { createCodec } from './codec.ts'
import { createIpcRenderer } from './ipc-renderer.ts'
import { runIsolatedWorld } from './isolated-world.ts'
import { runMainWorld } from './main-world.ts'
import { createPagePorts } from './page-ports.ts'
import { strictInPage } from './strict-in-page.ts'
import { watchTitle } from './watch-title.ts'
import { createWorldLink } from './world-link.ts'

// These functions go into the page as their own source text, so none may reach for a name of its module.
const toObject = (functions: Record<string, Function | string>): string =>
  `{${Object.entries(functions)
    .map(([name, fn]) => `${name}: ${String(fn)}`)
    .join()}}`

/** Holds the page in the debugger until the main process has filled in the call's answer; see sync-calls. */
const hold = 'function standInHold(call) { debugger }'

export function getMainWorldScript(channel: string): string {
  const parts = toObject({ createBridgePeer, createBridgeValues, createWorldLink })
  return `(${String(runMainWorld)})(${parts}, ${JSON.stringify(channel)})`
}

/** `preload` is the text of the sandboxed preload, a CommonJS module. */
export function getIsolatedWorldScript(channel: string, processPart: object, preload: string): string {
  const parts = toObject({
    createBridgePeer,
    createBridgeValues,
    createCodec,
    createIpcRenderer,
    createPagePorts,
    createWorldLink,
    strictInPage,
    watchTitle,
    hold,
  })
  const run = `function (require, process, exports, module) {${preload}\n}`
  return `(${String(runIsolatedWorld)})(${parts}, ${JSON.stringify(channel)}, ${JSON.stringify(processPart)}, ${run})`
}
