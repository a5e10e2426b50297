import { homedir } from 'node:os'
import path from 'node:path'

/** The user's local (never roaming, never synced) application data. `TAILBOARD_HOME` puts it elsewhere. */
export function getDataFolder(): string {
  const { TAILBOARD_HOME, LOCALAPPDATA, XDG_DATA_HOME } = process.env
  if (TAILBOARD_HOME) return path.resolve(TAILBOARD_HOME)
  if (process.platform === 'win32')
    return path.join(LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), 'Tailboard')
  if (process.platform === 'darwin')
    return path.join(homedir(), 'Library', 'Application Support', 'Tailboard')
  return path.join(XDG_DATA_HOME ?? path.join(homedir(), '.local', 'share'), 'Tailboard')
}

export const getExportFolder = (dataFolder: string): string =>
  process.env['TAILBOARD_HOME']
    ? path.join(dataFolder, 'export')
    : path.join(homedir(), 'Documents', 'Tailboard')
