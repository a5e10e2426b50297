import { BrowserWindow, dialog, ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import type { Engine } from '../engine/engine.ts'
import { channels } from './channels.ts'
import { isOurPage } from './security.ts'

const tableExtensions = ['xlsx', 'xlsm', 'xls', 'csv', 'tsv', 'txt']

type Event = IpcMainInvokeEvent | IpcMainEvent
const isTrusted = (event: Event): boolean => isOurPage(event.senderFrame)

/** The page's calls, each from our own page or not at all, passed to the engine as a page's. */
export function serveIpc(engine: Engine): void {
  const handle = (channel: string, handler: (...values: unknown[]) => unknown) =>
    ipcMain.handle(channel, (event, ...values) => {
      if (!isTrusted(event)) throw new Error('not our page')
      return handler(...values)
    })
  handle(channels.call, (name, input) => engine.callUnchecked(String(name), input, 'page'))
  handle(channels.offerFiles, (paths) => offerFiles(engine, Array.isArray(paths) ? paths.map(String) : []))
  handle(channels.pickFiles, () => pickFiles(engine))
  handle(channels.pickFolder, () => pickFolder(engine))
  ipcMain.on(channels.cancel, (event, jobId: unknown) => {
    if (isTrusted(event) && typeof jobId === 'number') engine.cancel(jobId)
  })
  engine.onEvent((name, data) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channels.event, name, data)
  })
}

/** One-time tokens: the page learns names, never paths. */
async function offerFiles(
  engine: Engine,
  paths: readonly string[],
): Promise<{ token: string; name: string }[]> {
  const offered: { token: string; name: string }[] = []
  for (const file of paths) {
    const answer = await engine.call('file.offer', { path: file })
    if (answer.ok) offered.push({ token: answer.value.token, name: file.split(/[\\/]/).at(-1)! })
  }
  return offered
}

async function pickFiles(engine: Engine): Promise<{ token: string; name: string }[]> {
  const picked = await dialog.showOpenDialog({
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: 'Excel, CSV', extensions: tableExtensions },
      { name: '*', extensions: ['*'] },
    ],
  })
  return picked.canceled ? [] : offerFiles(engine, picked.filePaths)
}

async function pickFolder(engine: Engine): Promise<string | null> {
  const picked = await dialog.showOpenDialog({ properties: ['openDirectory', 'createDirectory'] })
  const folder = picked.filePaths[0]
  if (picked.canceled || folder === undefined) return null
  const answer = await engine.call('folder.offer', { path: folder })
  return answer.ok ? answer.value.token : null
}
