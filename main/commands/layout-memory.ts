import { findClientByName, getClients } from '../../db/client.ts'
import { getLayouts } from '../../db/imports.ts'
import type { Store } from '../../db/store.ts'
import { getTaughtHeadings } from '../../db/taught-heading.ts'
import type { LayoutMemory } from '../../shared/domain/sheet/sheet-layout.ts'
import type { DraftContent } from '../engine/draft-desk.ts'

/** What earlier imports taught about a file of this client; null: nobody knows yet whose it is. */
export function getLayoutMemory(store: Store, clientName: string | null): LayoutMemory {
  const names = new Map(getClients(store).map(({ id, name }) => [id, name]))
  const layouts = getLayouts(store)
    .toReversed()
    .map((layout) => ({ ...layout, client: names.get(layout.clientId)! }))
  return {
    own: layouts.filter(({ client }) => client === clientName),
    others: layouts.filter(({ client }) => client !== clientName),
    taught: getTaughtHeadings(store),
    isClientKnown: clientName !== null,
  }
}

/** Whether a file that was read for one client would be understood the same for another. */
export function isReadAlike(store: Store, content: DraftContent, clientName: string | null): boolean {
  if (content.readAs === clientName) return true
  const fingerprints = content.sheets.map(({ layout }) => layout.fingerprint)
  const describe = (name: string | null) =>
    fingerprints.map((fingerprint) => describeMemory(store, fingerprint, name)).join()
  return describe(content.readAs) === describe(clientName)
}

/** Which layouts have a say. */
function describeMemory(store: Store, fingerprint: string, clientName: string | null): string {
  const layouts = getLayouts(store)
  const same = layouts.filter((layout) => layout.fingerprint === fingerprint)
  const isOnlyOne = new Set(same.map(({ clientId }) => clientId)).size === 1
  if (clientName === null)
    return isOnlyOne ? `own ${same[0]!.id}` : `others ${same.map(({ id }) => id).join(' ')}`
  const clientId = findClientByName(store, clientName)?.id
  const own = same.find((layout) => layout.clientId === clientId)
  if (own) return `own ${own.id}`
  const drifted = layouts.filter((layout) => layout.clientId === clientId)
  const others = `others ${same.map(({ id }) => id).join(' ')}`
  return drifted.length === 0 ? others : `drifted ${clientId} ${others}`
}
