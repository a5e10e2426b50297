import { getClients } from '../../db/client.ts'
import { getLayouts } from '../../db/imports.ts'
import { getShipmentByFbaId } from '../../db/shipment.ts'
import type { CommandContext } from '../engine/context.ts'
import type { DraftContent } from '../engine/draft-desk.ts'

const sampledShipments = 50

/**
 * Whose file this is: the file says so, its name does, its shipments are known, or only one client uses its layout.
 * Null when nothing speaks for one client; the user is asked then.
 */
export function guessClient(context: CommandContext, fileName: string, content: DraftContent): string | null {
  const clients = getClients(context.store)
  const stated = new Set(content.clientNames)
  if (stated.size === 1) return content.clientNames[0]!
  const named = clients.filter((client) => fileName.includes(client.name))
  if (named.length > 0) return named.toSorted((a, b) => b.name.length - a.name.length)[0]!.name
  const owners = new Set<string>()
  for (const { fbaId } of content.shipments.slice(0, sampledShipments)) {
    const known = getShipmentByFbaId(context.store, fbaId)
    if (known) owners.add(context.index.get(known.id)!.client)
  }
  if (owners.size === 1) return [...owners][0]!
  const fingerprints = new Set(content.sheets.map((sheet) => sheet.layout.fingerprint))
  const users = new Set(
    getLayouts(context.store)
      .filter((layout) => fingerprints.has(layout.fingerprint))
      .map((layout) => layout.clientId),
  )
  if (users.size === 1) return clients.find((client) => users.has(client.id))?.name ?? null
  return null
}

/** A name to propose for a new client: the file's name without date, version and extension. */
export function proposeClientName(fileName: string): string | null {
  const stem = fileName
    .replace(/\.[^.]+$/, '')
    .replace(/[（(【[].*?[）)】\]]/g, '')
    .split(
      /[_\-—\s]*(?:v?\d[\d.\-_]*|发货|货件|清单|装箱|预报|委托书?|出货|shipments?|packing|list|manifest|FBA)/i,
    )[0]!
    .replace(/[_\-—\s]+$/, '')
    .trim()
  return stem === '' ? null : stem
}
