import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { commandLine } from './command-line.ts'

const home = homedir()
const paths = new Map<string, string>([
  ['home', home],
  ['temp', tmpdir()],
  ['exe', process.execPath],
  ['appData', path.join(home, '.config')],
  ['desktop', path.join(home, 'Desktop')],
  ['documents', path.join(home, 'Documents')],
  ['downloads', path.join(home, 'Downloads')],
  ['music', path.join(home, 'Music')],
  ['pictures', path.join(home, 'Pictures')],
  ['videos', path.join(home, 'Videos')],
])

/** As app.getPath: the folder is made when it is first asked for. */
export function getPath(name: string, appName: string): string {
  const folder = paths.get(name) ?? derivePath(name, appName)
  if (folder === undefined) throw new Error(`Failed to get '${name}' path`)
  if (name !== 'exe') mkdirSync(folder, { recursive: true })
  return folder
}

export function setPath(name: string, folder: string): void {
  if (!path.isAbsolute(folder)) throw new Error('Path must be absolute')
  paths.set(name, folder)
}

function derivePath(name: string, appName: string): string | undefined {
  if (name === 'userData') {
    return commandLine.getSwitchValue('user-data-dir') || path.join(paths.get('appData')!, appName)
  }
  if (name === 'sessionData') return getPath('userData', appName)
  if (name === 'logs') return path.join(getPath('userData', appName), 'logs')
  if (name === 'crashDumps') return path.join(getPath('userData', appName), 'Crashpad')
  return undefined
}
