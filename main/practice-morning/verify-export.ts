import { createHash } from 'node:crypto'
import { z } from 'zod'
import { clientSheetName } from './amazon-workbook.ts'
import type { ExpectedClient, ExpectedMorning } from './expected-morning.ts'
import { compare, type Difference } from './morning-problem.ts'
import { pickColumns, readFolder, readSheets, type ExportedSheet } from './read-export.ts'

const manifestSchema = z.object({
  clients: z.array(z.object({ client: z.string(), folder: z.string(), shipments: z.array(z.string()) })),
  leftOut: z.array(
    z.object({ fbaId: z.string(), client: z.string(), status: z.string(), reasons: z.array(z.string()) }),
  ),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
})
type Manifest = z.infer<typeof manifestSchema>

type Tables = ReadonlyMap<string, ExportedSheet[]>

/**
 * Reads every file of an export back as a stranger would: each box, tracking ID and PRO number in its client's folder
 * and nowhere else, the shipments left out and why, and the hashes of all files.
 */
export async function verifyExport(folder: string, expected: ExpectedMorning): Promise<Difference[]> {
  const files = await readFolder(folder)
  const manifest = readManifest(files.get('manifest.json'))
  const differences = [
    ...compareManifest(manifest, expected),
    ...compareHashes(manifest, files),
    ...compare('folders', listFolders(manifest.clients), listFolders(listTopLevel(files))),
  ]
  const owners = new Map(
    expected.clients.flatMap((each) => listShipments(each).map((fbaId) => [fbaId, each.client])),
  )
  for (const client of expected.clients) {
    const own = manifest.clients.find((each) => each.client === client.client)
    if (!own) continue
    const tables = new Map<string, ExportedSheet[]>()
    for (const [name, bytes] of files) {
      if (name.startsWith(`${own.folder}/`))
        tables.set(name.slice(own.folder.length + 1), await readSheets(bytes))
    }
    const found = [
      ...compareUploads(client, tables, expected.filledInPlace),
      ...compareLists(client, tables),
      ...findStrangers(client, tables, owners),
    ]
    differences.push(...found.map((each) => ({ ...each, where: `${own.folder}/${each.where}` })))
  }
  return differences
}

const listShipments = ({ parcels, pros }: ExpectedClient): string[] =>
  [...parcels, ...pros].map((each) => each.fbaId).toSorted()

/** An empty one where there is none that can be read: then everything differs. */
function readManifest(bytes: Buffer | undefined): Manifest {
  const read = manifestSchema.safeParse(parseJson(bytes?.toString('utf8') ?? ''))
  return read.success ? read.data : { clients: [], leftOut: [], files: [] }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const byClient = (a: { client: string }, b: { client: string }): number => (a.client < b.client ? -1 : 1)

function compareManifest(manifest: Manifest, expected: ExpectedMorning): Difference[] {
  const clients = expected.clients.map((each) => ({ client: each.client, shipments: listShipments(each) }))
  const listed = manifest.clients.map(({ client, shipments }) => ({ client, shipments }))
  return [
    ...compare('manifest.json clients', clients.toSorted(byClient), listed.toSorted(byClient)),
    ...compare('manifest.json leftOut', expected.leftOut, manifest.leftOut),
  ]
}

const manifestName = 'manifest.json'
const sumsName = 'SHA256SUMS'

const listTopLevel = (files: ReadonlyMap<string, Buffer>): { folder: string }[] =>
  [...files.keys()]
    .filter((name) => name !== manifestName && name !== sumsName)
    .map((name) => ({ folder: name.split('/')[0]! }))

const listFolders = (entries: readonly { folder: string }[]): string[] =>
  [...new Set(entries.map((each) => each.folder))].toSorted()

function compareHashes(manifest: Manifest, files: ReadonlyMap<string, Buffer>): Difference[] {
  const hashed = [...files]
    .filter(([name]) => name !== manifestName && name !== sumsName)
    .map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: hash(bytes) }))
    .toSorted(byPath)
  const sums = (files.get(sumsName)?.toString('utf8') ?? '').split('\n').filter((line) => line !== '')
  const lines = hashed.map(({ path, sha256 }) => `${sha256}  ${path}`)
  return [
    ...compare(`${manifestName} files`, hashed, manifest.files.toSorted(byPath)),
    ...compare(sumsName, lines.toSorted(), sums.toSorted()),
  ]
}

const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1)

function compareUploads(
  client: ExpectedClient,
  tables: Tables,
  filledInPlace: readonly string[],
): Difference[] {
  const uploads = client.parcels.map((parcel) => `upload/${parcel.fbaId}.xlsx`)
  const lists = client.pros.length > 0 ? ['PRO-list.xlsx'] : []
  const differences = compare(
    '.',
    [...uploads, ...lists, 'master.xlsx'].toSorted(),
    [...tables.keys()].toSorted(),
  )
  for (const [at, parcel] of client.parcels.entries()) {
    const where = uploads[at]!
    const sheets = tables.get(where) ?? []
    const { rows } = getSheet(sheets, 'TrackingIDs')
    const boxes = [...rows]
      .filter(([row]) => row >= 8)
      .map(([, [boxId, trackingId]]) => ({ boxId, trackingId }))
    const isFilledInPlace = sheets.some((sheet) => sheet.name === clientSheetName)
    differences.push(
      ...compare(`${where} shipment`, parcel.fbaId, rows.get(4)?.[1]),
      ...compare(`${where} boxes`, parcel.boxes, boxes),
      ...compare(`${where} filled in place`, filledInPlace.includes(parcel.fbaId), isFilledInPlace),
    )
  }
  return differences
}

const sorted = (rows: readonly (readonly string[])[]): string[] => rows.map((row) => row.join(' ')).toSorted()

function compareLists(client: ExpectedClient, tables: Tables): Difference[] {
  const pros = client.pros.map(({ fbaId, carrier, pro }) => [fbaId, carrier, pro])
  const shipments = [
    ...client.pros.map(({ fbaId, mode, carrier, pro }) => [fbaId, mode, carrier, pro]),
    ...client.parcels.map(({ fbaId, carrier }) => [fbaId, 'SPD', carrier, '']),
  ]
  const proList = getSheet(tables.get('PRO-list.xlsx') ?? [], 'PRO numbers')
  const master = tables.get('master.xlsx') ?? []
  const boxes = client.parcels.flatMap((parcel) => parcel.boxes.map((box) => [box.boxId, box.trackingId]))
  const tracked = pickColumns(getSheet(master, 'Boxes'), ['Box ID', 'Tracking ID'])
  return [
    ...compare(
      'PRO-list.xlsx',
      sorted(pros),
      sorted(pickColumns(proList, ['FBA shipment ID', 'Carrier', 'PRO number'])),
    ),
    ...compare(
      'master.xlsx shipments',
      sorted(shipments),
      sorted(
        pickColumns(getSheet(master, 'Shipments'), ['FBA shipment ID', 'Mode', 'Carrier', 'PRO number']),
      ),
    ),
    ...compare(
      'master.xlsx boxes',
      sorted(boxes),
      sorted(tracked.filter(([, trackingId]) => trackingId !== '')),
    ),
  ]
}

const getSheet = (sheets: readonly ExportedSheet[], name: string): ExportedSheet =>
  sheets.find((sheet) => sheet.name === name) ?? { name, rows: new Map() }

/** Shipment IDs, also those that box IDs begin with, that do not belong in this client's folder. */
function findStrangers(
  client: ExpectedClient,
  tables: Tables,
  owners: ReadonlyMap<string, string>,
): Difference[] {
  return [...tables].flatMap(([where, sheets]) => {
    const cells = sheets.flatMap((sheet) => [...sheet.rows.values()].flat())
    const ids = new Set(cells.flatMap((cell) => cell.match(/FBA[0-9A-Z]{9}/g) ?? []))
    const strangers = [...ids].filter((fbaId) => owners.get(fbaId) !== client.client)
    return strangers.map((found) => ({ where: `${where} owner`, expected: client.client, found }))
  })
}
