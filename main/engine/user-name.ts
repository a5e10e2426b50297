import { userInfo } from 'node:os'

/** Who did it, for the history: the system's user name. */
export function getUserName(): string {
  try {
    return userInfo().username
  } catch {
    return 'dispatcher'
  }
}
