import type { DrawLock } from '../shared/domain/store-problem.ts'
import { getSetting, setSetting } from './settings.ts'
import type { Store } from './store.ts'

const lockSetting = 'draw-lock'

/** Kept in the database, so that it outlasts the repair of the ledger and a restart. */
export const getDrawLock = (store: Store): DrawLock | null =>
  store.install.isElsewhere ? 'other-install' : (getSetting(store, lockSetting) as DrawLock | null) || null

export const lockDrawing = (store: Store, lock: DrawLock): void => setSetting(store, lockSetting, lock)
export const unlockDrawing = (store: Store): void => setSetting(store, lockSetting, '')

const headSetting = 'ledger-head'

/** Where the ledger's chain was when this database was last level with it. */
export const getKnownHead = (store: Store): string | null => getSetting(store, headSetting)

export function keepHead(store: Store): void {
  const head = store.ledger.getHead().hash
  if (getKnownHead(store) !== head) setSetting(store, headSetting, head)
}
