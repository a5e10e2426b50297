import type { PortWire } from '../remote-ports.ts'

/** From a page to the main process. `args` and `data` are texts of the codec. */
export type PageWire =
  | { kind: 'invoke'; id: number; channel: string; args: string }
  | { kind: 'send'; channel: string; args: string; ports: string[] }
  | { kind: 'title'; title: string }
  | { kind: 'preload-error'; message: string; stack: string }
  | PortWire

/** From the main process to a page. */
export type MainWire =
  | { kind: 'answer'; id: number; isError: boolean; value: string }
  | { kind: 'event'; channel: string; args: string; ports: string[] }
  | PortWire

/** What the page cannot go on without; see sync-calls. */
export type SyncRequest =
  | { kind: 'path-for-file' }
  | { kind: 'send-sync'; channel: string; args: string }
  | { kind: 'window-open'; url: string; frameName: string; features: string }
