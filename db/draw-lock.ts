import { listArrivingNumbers } from '../shared/domain/held-number.ts'
import type { Patch } from '../shared/domain/patch.ts'
import type { DrawLock } from '../shared/domain/store-problem.ts'
import { getNumberBlocks } from './number-block.ts'
import { getProOwners } from './shipment.ts'
import { getSetting, setSetting } from './settings.ts'
import type { Store } from './store.ts'

const lockSetting = 'draw-lock'

/** Kept in the database, so that it outlasts the repair of the ledger and a restart. */
export const getDrawLock = (store: Store): DrawLock | null =>
  store.install.isElsewhere ? 'other-install' : (getSetting(store, lockSetting) as DrawLock | null) || null

/** Whether a patch puts a number of the blocks on a shipment that stands on none. */
export const takesHeldNumber = (store: Store, patch: Patch): boolean =>
  listArrivingNumbers(patch, getNumberBlocks(store)).some(
    (number) => getProOwners(store, number).length === 0,
  )

export const lockDrawing = (store: Store, lock: DrawLock): void => setSetting(store, lockSetting, lock)
export const unlockDrawing = (store: Store): void => setSetting(store, lockSetting, '')

const headSetting = 'ledger-head'

/** Where the ledger's chain was when this database was last level with it. */
export const getKnownHead = (store: Store): string | null => getSetting(store, headSetting)

export function keepHead(store: Store): void {
  const head = store.ledger.getHead().hash
  if (getKnownHead(store) !== head) setSetting(store, headSetting, head)
}
