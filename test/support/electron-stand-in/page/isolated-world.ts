import type { createBridgePeer } from './bridge-peer.ts'
import type { createBridgeValues } from './bridge-values.ts'
import type { createCodec } from './codec.ts'
import type { createIpcRenderer } from './ipc-renderer.ts'
import type { createPagePorts } from './page-ports.ts'
import type { MainWire, PageWire, SyncRequest } from './wire.ts'
import type { strictInPage } from './strict-in-page.ts'
import type { watchTitle } from './watch-title.ts'
import type { createWorldLink } from './world-link.ts'

interface Parts {
  createBridgePeer: typeof createBridgePeer
  createBridgeValues: typeof createBridgeValues
  createCodec: typeof createCodec
  createIpcRenderer: typeof createIpcRenderer
  createPagePorts: typeof createPagePorts
  createWorldLink: typeof createWorldLink
  strictInPage: typeof strictInPage
  watchTitle: typeof watchTitle
  hold: (call: object) => void
}

type Preload = (require: Function, process: object, exports: object, module: object) => void

declare global {
  var __standInPost: (text: string) => void
  var __standInReceive: (text: string) => void
}

/** Runs in the page's isolated world before any script of the page: `require('electron')` for the preload. */
export function runIsolatedWorld(parts: Parts, channel: string, processPart: object, preload: Preload): void {
  if (window !== window.top) return
  const codec = parts.createCodec()
  const link = parts.createWorldLink(channel)
  const peer = parts.createBridgePeer(parts.createBridgeValues(), link, 'preload', 'page')
  const { __standInPost: postText } = globalThis
  const post = (wire: PageWire): void => postText(JSON.stringify(wire))
  const ports = parts.createPagePorts(codec, post)

  const mostHolds = 100
  let lastCall = 0
  let isHeld = false
  const wires: string[] = []

  const callSync = (request: SyncRequest, file?: File): string => {
    const call = { id: ++lastCall, request, file, answer: null as string | null, error: '' }
    isHeld = true
    // The browser lets a page go on when a navigation ends, whoever is holding it.
    for (let times = 0; call.answer === null && !call.error && times < mostHolds; times += 1) parts.hold(call)
    isHeld = false
    setTimeout(drain)
    if (call.error || call.answer === null) throw new Error(call.error || 'The page was not held.')
    return call.answer
  }

  const { ipcRenderer, receive } = parts.createIpcRenderer(codec, ports, post, callSync)

  const drain = (): void => {
    while (wires.length > 0) {
      const wire: MainWire = JSON.parse(wires.shift()!)
      try {
        if (wire.kind === 'answer' || wire.kind === 'event') receive(wire)
        else ports.receive(wire)
      } catch (error) {
        reportError(error)
      }
    }
  }
  globalThis.__standInReceive = (text) => {
    wires.push(text)
    if (!isHeld) drain()
  }

  link.on('window-open', (details: { url: string; frameName: string; features: string }) => {
    link.emit('window-open-answer', callSync({ kind: 'window-open', ...details }))
  })

  const exposed = new Map<string, unknown>()
  const expose = (key: string): void => link.emit('expose', { key, api: exposed.get(key) })
  link.on('ready', () => [...exposed.keys()].forEach(expose))

  const { strictInPage } = parts
  const electron = strictInPage('electron (preload)', {
    ipcRenderer: strictInPage('ipcRenderer', ipcRenderer),
    contextBridge: strictInPage('contextBridge', {
      exposeInMainWorld(key: string, api: unknown) {
        if (exposed.has(key)) {
          throw new Error('Cannot bind an API on top of an existing property on the window object')
        }
        exposed.set(key, peer.give(api))
        expose(key)
      },
    }),
    webUtils: strictInPage('webUtils', {
      getPathForFile(file: File): string {
        if (!(file instanceof File)) {
          throw new TypeError(
            "Failed to execute 'getPathForFile' on 'WebUtils': parameter 1 is not of type 'File'.",
          )
        }
        return callSync({ kind: 'path-for-file' }, file)
      },
    }),
  })

  const require = (name: string): object => {
    if (name === 'electron' || name === 'electron/renderer') return electron
    throw new Error(`module not found: ${name}`)
  }

  parts.watchTitle((title) => post({ kind: 'title', title }))

  try {
    const module = { exports: {} }
    preload(require, processPart, module.exports, module)
  } catch (error) {
    const { message, stack = '' } = error as Error
    post({ kind: 'preload-error', message, stack })
  }
}
