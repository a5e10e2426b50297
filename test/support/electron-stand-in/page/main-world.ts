import type { createBridgePeer } from './bridge-peer.ts'
import type { createBridgeValues } from './bridge-values.ts'
import type { createWorldLink } from './world-link.ts'

interface Parts {
  createBridgePeer: typeof createBridgePeer
  createBridgeValues: typeof createBridgeValues
  createWorldLink: typeof createWorldLink
}

/** Runs in the page's own world before its scripts: puts there what the preload exposes, and guards window.open. */
export function runMainWorld(parts: Parts, channel: string): void {
  if (window !== window.top) return
  const link = parts.createWorldLink(channel)
  const peer = parts.createBridgePeer(parts.createBridgeValues(), link, 'page', 'preload')

  const freeze = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze)
    return Object.freeze(value)
  }

  link.on('expose', ({ key, api }: { key: string; api: unknown }) => {
    if (key in window) return
    Object.defineProperty(window, key, { value: freeze(peer.take(api)), enumerable: true })
  })

  let answer = ''
  link.on('window-open-answer', (action: string) => {
    answer = action
  })
  window.open = (url = '', target = '', features = '') => {
    link.emit('window-open', { url: new URL(url, document.baseURI).href, frameName: target, features })
    if (answer === 'deny') return null
    throw new Error('stand-in: a window opened by a page is not implemented')
  }

  link.emit('ready')
}
