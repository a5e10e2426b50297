import { homedir } from 'node:os'
import path from 'node:path'

/**
 * The user's configuration on this machine: what must not travel when the data folder is copied. `TAILBOARD_MACHINE`
 * puts it elsewhere.
 */
export function getMachineFolder(): string {
  const { TAILBOARD_MACHINE, LOCALAPPDATA, XDG_CONFIG_HOME } = process.env
  if (TAILBOARD_MACHINE) return path.resolve(TAILBOARD_MACHINE)
  if (process.platform === 'win32')
    return path.join(LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), 'Tailboard Machine')
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Preferences', 'Tailboard')
  return path.join(XDG_CONFIG_HOME ?? path.join(homedir(), '.config'), 'Tailboard')
}
