import { asc } from 'drizzle-orm'
import { clients } from './schema.ts'
import type { Store } from './store.ts'

export interface Client {
  id: number
  name: string
  folder: string | null
  language: 'zh-CN' | 'en'
}

export const getClients = (store: Store): Client[] =>
  store.orm.select().from(clients).orderBy(asc(clients.id)).all()

export function findClientByName(store: Store, name: string): Client | null {
  return getClients(store).find((client) => client.name === name) ?? null
}

export function findAccount(store: Store, clientId: number, marketplace: string): number | null {
  const id = store
    .prepare("SELECT id FROM accounts WHERE client_id = ? AND name = '' AND marketplace = ?")
    .pluck()
    .get(clientId, marketplace)
  return typeof id === 'number' ? id : null
}
