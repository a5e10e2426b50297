import { findAccount } from '../../db/client.ts'
import { takeRowIds } from '../../db/row-ids.ts'
import type { Store } from '../../db/store.ts'
import type { CellValue, RowInserts } from '../../shared/domain/patch.ts'

/** Finds the seller accounts of clients by marketplace, '' where nobody named one; the missing ones are added. */
export interface AccountPlan {
  getId(clientId: number, marketplace: string): number
  readonly inserts: RowInserts
}

export function planAccounts(store: Store): AccountPlan {
  const known = new Map<string, number>()
  const rows: CellValue[][] = []
  return {
    getId(clientId, marketplace) {
      const key = `${clientId} ${marketplace}`
      let id = known.get(key) ?? findAccount(store, clientId, marketplace)
      if (id === null) {
        id = takeRowIds(store, 'account', 1)
        rows.push([id, clientId, marketplace])
      }
      known.set(key, id)
      return id
    },
    inserts: { entity: 'account', fields: ['id', 'clientId', 'marketplace'], rows },
  }
}
