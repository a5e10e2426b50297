import path from 'node:path'
import { getClients } from '../../db/client.ts'
import { getImportedNames, getLayouts } from '../../db/imports.ts'
import { getShipmentByFbaId } from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import { decideClient, type ClientGuess } from '../../shared/domain/client-guess.ts'
import { getFileStem } from '../../shared/domain/file-stem.ts'
import type { CommandContext } from '../engine/context.ts'
import type { DraftContent } from '../engine/draft-desk.ts'

const sampledShipments = 50
/** A client's folder may hold one for each day. */
const searchedFolders = 2

/** Whose file this is, by everything that is known of it. */
export function guessClient(
  context: CommandContext,
  fileName: string,
  folders: readonly string[],
  content: DraftContent,
): ClientGuess {
  const { store } = context
  const isSeenBefore = findByStem(store, fileName).length === 1
  return decideClient(
    [
      { source: 'stated', clients: content.clientNames.length === 1 ? content.clientNames : [] },
      { source: 'file-name', clients: findByFileName(store, fileName) },
      { source: 'folder', clients: findByFolder(store, folders) },
      { source: 'shipments', clients: findByShipments(context, content) },
      { source: 'layout', clients: findByLayout(store, content) },
    ],
    isSeenBefore || proposeClientName(fileName) === null,
  )
}

/** By its name and folder alone, before it is read. */
export function guessClientByPlace(
  { store }: CommandContext,
  fileName: string,
  folders: readonly string[],
): string | null {
  return decideClient(
    [
      { source: 'file-name', clients: findByFileName(store, fileName) },
      { source: 'folder', clients: findByFolder(store, folders) },
    ],
    false,
  ).client
}

/** The folders a file lies in, nearest first; none for an uploaded file, whose place says nothing. */
export function listFolders(file: { path: string; name: string }): string[] {
  if (path.basename(file.path) !== file.name) return []
  return path
    .dirname(file.path)
    .split(/[\\/]/)
    .filter((name) => name !== '')
    .toReversed()
    .slice(0, searchedFolders)
}

/** Clients named in a text; a name within a longer one does not count. */
function findNamed(store: Store, text: string): string[] {
  const named = getClients(store)
    .map(({ name }) => name)
    .filter((name) => text.includes(name))
  return named.filter((name) => !named.some((other) => other !== name && other.includes(name)))
}

function findByFileName(store: Store, fileName: string): string[] {
  const named = findNamed(store, fileName)
  return named.length > 0 ? named : findByStem(store, fileName)
}

/** Clients who sent a file of this name before, whatever its date or version. */
function findByStem(store: Store, fileName: string): string[] {
  const stem = getFileStem(fileName)
  if (stem.length < 2 || proposeClientName(fileName) === null) return []
  const senders = getImportedNames(store).filter((known) => getFileStem(known.fileName) === stem)
  return [...new Set(senders.map(({ client }) => client))]
}

function findByFolder(store: Store, folders: readonly string[]): string[] {
  for (const folder of folders) {
    const named = findNamed(store, folder)
    if (named.length > 0) return named
  }
  return []
}

/** On file, or in another file that is open and whose client is settled. */
function findByShipments({ store, index, drafts }: CommandContext, content: DraftContent): string[] {
  const owners = new Set<string>()
  const sampled = content.shipments.slice(0, sampledShipments)
  for (const { fbaId } of sampled) {
    const known = getShipmentByFbaId(store, fbaId)
    if (known) owners.add(index.get(known.id)!.client)
  }
  if (owners.size > 0) return [...owners]
  const ids = new Set(sampled.map(({ fbaId }) => fbaId))
  for (const { clientName, content: other } of drafts.list())
    if (clientName !== null && other !== null && other !== content)
      if (other.shipments.some(({ fbaId }) => ids.has(fbaId))) owners.add(clientName)
  return [...owners]
}

function findByLayout(store: Store, content: DraftContent): string[] {
  const names = new Map(getClients(store).map(({ id, name }) => [id, name]))
  const fingerprints = new Set(
    content.sheets.filter(({ layout }) => layout.shape !== 'none').map(({ layout }) => layout.fingerprint),
  )
  const users = getLayouts(store).filter(({ fingerprint }) => fingerprints.has(fingerprint))
  return [...new Set(users.map(({ clientId }) => names.get(clientId)!))]
}

/** A name to propose for a new client: the file's name without date, version and extension. */
export function proposeClientName(fileName: string): string | null {
  const stem = fileName
    .replace(/\.[^.]+$/, '')
    .replace(/[（(【[].*?[）)】\]]/g, '')
    .split(
      /[_\-—\s]*(?:v?\d[\d.\-_]*|发货|货件|清单|装箱|预报|委托书?|出货|旧表|历史|shipments?|packing|list|manifest|FBA)/i,
    )[0]!
    .replace(/[_\-—\s]+$/, '')
    .trim()
  return stem === '' ? null : stem
}
