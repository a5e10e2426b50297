import { fork } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe } from '../cli/words.ts'
import { getDataFolder } from '../engine/data-folder.ts'
import type { EngineStart } from '../engine/engine-process.ts'
import { connectRemoteEngine } from '../engine/remote-engine.ts'
import type { FromEngine } from '../engine/wire.ts'
import { getDefaultFiles } from '../engine/workspaces.ts'
import { version } from '../version.ts'
import { openBrowser } from './open-browser.ts'
import { servePages } from './serve-pages.ts'

const isSource = import.meta.url.endsWith('.ts')
const root = fileURLToPath(new URL(isSource ? '../..' : '../..', import.meta.url))
const engineEntry = isSource ? '../engine/forked-engine.ts' : './forked-engine.js'

/** The desk in a browser, for a machine without the Electron runtime: loopback only, one-time token. */
const dataFolder = getDataFolder()
const child = fork(fileURLToPath(new URL(engineEntry, import.meta.url)), [], { serialization: 'advanced' })
const start: EngineStart = {
  type: 'open',
  files: getDefaultFiles(dataFolder, path.join(dataFolder, 'export')),
  version,
  canPickFolder: false,
}
child.send(start)
const engine = await connectRemoteEngine(
  {
    send: (message) => void child.send(message),
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromEngine)),
    onClose: (listener) => void child.on('exit', listener),
  },
  () => child.disconnect(),
)
if (!engine.ok) {
  process.stderr.write(`${describe(engine.problem)}\n`)
  process.exit(3)
}
const host = await servePages(engine.value, path.join(root, 'out/renderer'), path.join(dataFolder, 'uploads'))
process.stdout.write(`${host.url}\n`)
openBrowser(host.url)

const end = () => {
  host.close()
  engine.value.close()
  process.exit(0)
}
process.on('SIGINT', end)
process.on('SIGTERM', end)
engine.value.onGone(() => {
  process.stderr.write(`${describe({ kind: 'engine-gone' })}\n`)
  process.exit(3)
})
