import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge } from '../../shared/contract/bridge.ts'
import { channels } from './channels.ts'

type Listener = (data: never) => void
const listeners = new Map<string, Set<Listener>>()
ipcRenderer.on(channels.event, (_event, name: string, data: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(data as never)
})

const locale = process.argv.find((argument) => argument.startsWith('--tailboard-locale='))?.split('=')[1]

/** Named functions only: a page never holds ipcRenderer, an event or a path. */
const bridge: Bridge = {
  platform: process.platform as Bridge['platform'],
  locale: locale ?? 'en',
  call: (name, input) => ipcRenderer.invoke(channels.call, name, input),
  on(name, listener) {
    const known = listeners.get(name) ?? new Set()
    listeners.set(name, known.add(listener))
    return () => void known.delete(listener)
  },
  cancel: (jobId) => ipcRenderer.send(channels.cancel, jobId),
  offerFiles: (files) => {
    const paths = files.map((file) => webUtils.getPathForFile(file as never)).filter((path) => path !== '')
    return ipcRenderer.invoke(channels.offerFiles, paths)
  },
  pickFiles: () => ipcRenderer.invoke(channels.pickFiles),
  pickFolder: () => ipcRenderer.invoke(channels.pickFolder),
  onCommand(listener) {
    const pass = (_event: unknown, command: string) => listener(command)
    ipcRenderer.on(channels.command, pass)
    return () => void ipcRenderer.off(channels.command, pass)
  },
}
contextBridge.exposeInMainWorld('tailboard', bridge)
