import type { Store } from './store.ts'

export function getSetting(store: Store, name: string): string | null {
  const value = store.prepare('SELECT value FROM settings WHERE name = ?').pluck().get(name)
  return typeof value === 'string' ? value : null
}

export function setSetting(store: Store, name: string, value: string): void {
  store
    .prepare('INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
    .run(name, value)
}
