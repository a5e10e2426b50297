import { StrictView } from './strict-emitter.ts'

export type IpcHandler = (event: object, ...args: unknown[]) => unknown

/** Electron's ipcMain, and the ipc of one webContents. */
export class IpcMain extends StrictView {
  readonly #handlers = new Map<string, IpcHandler>()

  handle(channel: string, handler: IpcHandler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    }
    this.#handlers.set(channel, handler)
  }

  handleOnce(channel: string, handler: IpcHandler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return handler(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel)
  }

  getHandler(channel: string): IpcHandler | undefined {
    return this.#handlers.get(channel)
  }
}

export const ipcMain = new IpcMain('ipcMain')
