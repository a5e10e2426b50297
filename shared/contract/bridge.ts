import type { CallAnswer, CallInput, CallName } from './contract.ts'
import type { EngineEvents, EventName } from './events.ts'

/** The part of a page's File that a door needs; `shared` has no DOM types. */
export interface PageFile {
  readonly name: string
  readonly size: number
  arrayBuffer(): Promise<ArrayBuffer>
}

/** What a page gets from its door (preload or browser host), as `window.tailboard`. */
export interface Bridge {
  readonly platform: 'win32' | 'darwin' | 'linux' | 'web'
  readonly locale: string
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallAnswer<N>>
  on<N extends EventName>(name: N, listener: (data: EngineEvents[N]) => void): () => void
  /** Stops a running job; nothing of it is stored. */
  cancel(jobId: number): void
  /** One-time tokens for files the user dropped or picked in the page. */
  offerFiles(files: readonly PageFile[]): Promise<{ token: string; name: string }[]>
  /** The system's own dialog, or null where there is none (then the page uses a file input). */
  pickFiles(): Promise<{ token: string; name: string }[]> | null
  pickFolder(): Promise<string | null> | null
  /** Menu commands and accelerators of the desk, by command name. */
  onCommand(listener: (command: string) => void): () => void
}
