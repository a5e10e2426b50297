import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { getCellRaw, type RawRow } from '../../shared/domain/raw-cell.ts'
import { readTable } from '../files/read-table.ts'
import { clientSheetName } from './amazon-workbook.ts'
import type { ExpectedClient, ExpectedMorning } from './expected-morning.ts'
import { compare, type Difference } from './morning-problem.ts'

interface ReadSheet {
  name: string
  /** Texts by 1-based row. */
  rows: Map<number, string[]>
}

interface Manifest {
  clients: { client: string; folder: string; shipments: string[] }[]
  leftOut: { fbaId: string; client: string; status: string; reasons: string[] }[]
  files: { path: string; bytes: number; sha256: string }[]
}

/** Reads every file of an export back and compares it with what the morning must come to. */
export async function verifyExport(folder: string, expected: ExpectedMorning): Promise<Difference[]> {
  const files = await readFolder(folder)
  const manifest = JSON.parse(files.get('manifest.json')?.toString('utf8') ?? '{}') as Manifest
  const differences = [
    ...compare('manifest.json clients', expected.clients.map((each) => each.client).toSorted(), listClients(manifest)),
    ...compare('manifest.json leftOut', expected.leftOut, manifest.leftOut),
    ...compareHashes(manifest, files),
  ]
  const owners = new Map(expected.clients.flatMap((each) => listShipments(each).map((fbaId) => [fbaId, each.client])))
  for (const client of expected.clients) {
    const own = manifest.clients?.find((each) => each.client === client.client)
    if (!own) continue
    const tables = new Map<string, ReadSheet[]>()
    for (const [name, bytes] of files) {
      if (name.startsWith(`${own.folder}/`)) tables.set(name.slice(own.folder.length + 1), await readSheets(bytes))
    }
    const found = [...compareClient(client, tables, expected.filledInPlace), ...findStrangers(client, tables, owners)]
    differences.push(...found.map((each) => ({ ...each, where: `${own.folder}/${each.where}` })))
  }
  return differences
}

const listClients = (manifest: Manifest): string[] => (manifest.clients ?? []).map((each) => each.client).toSorted()

const listShipments = ({ parcels, pros }: ExpectedClient): string[] =>
  [...parcels, ...pros].map((each) => each.fbaId).toSorted()

async function readFolder(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, Buffer>()
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = path.join(entry.parentPath, entry.name)
    files.set(path.relative(folder, file).replaceAll(path.sep, '/'), await readFile(file))
  }
  return files
}

/** The manifest and the list of sums cannot name their own. */
const unlisted = new Set(['manifest.json', 'SHA256SUMS'])

function compareHashes(manifest: Manifest, files: ReadonlyMap<string, Buffer>): Difference[] {
  const written = [...files]
    .filter(([name]) => !unlisted.has(name))
    .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')} ${bytes.length} ${name}`)
  const listed = (manifest.files ?? []).map((file) => `${file.sha256} ${file.bytes} ${file.path}`)
  return compare('manifest.json files', written.toSorted(), listed.toSorted())
}

async function readSheets(bytes: Buffer): Promise<ReadSheet[]> {
  const rows: Map<number, string[]>[] = []
  const names: string[] = []
  const take = (sheetIndex: number, batch: RawRow[]): void => {
    const sheet = (rows[sheetIndex] ??= new Map())
    for (const row of batch) sheet.set(row.row, row.cells.map(getCellRaw))
  }
  const read = await readTable({ bytes }, { rows: take, sheet: (info) => void names.push(info.name) })
  return read.ok ? names.map((name, at) => ({ name, rows: rows[at] ?? new Map() })) : []
}

function compareClient(
  client: ExpectedClient,
  tables: ReadonlyMap<string, ReadSheet[]>,
  filledInPlace: readonly string[],
): Difference[] {
  const uploads = client.parcels.map((parcel) => `upload/${parcel.fbaId}.xlsx`)
  const lists = client.pros.length > 0 ? ['PRO-list.xlsx'] : []
  const differences = compare('.', [...uploads, ...lists, 'master.xlsx'].toSorted(), [...tables.keys()].toSorted())
  for (const parcel of client.parcels) {
    const where = `upload/${parcel.fbaId}.xlsx`
    const sheets = tables.get(where) ?? []
    const { rows } = getSheet(sheets, 'TrackingIDs')
    const boxes = [...rows].filter(([row]) => row >= 8).map(([, [boxId, trackingId]]) => ({ boxId, trackingId }))
    differences.push(...compare(where, parcel, { fbaId: rows.get(4)?.[1], boxes }))
    const isFilledInPlace = sheets.some((sheet) => sheet.name === clientSheetName)
    differences.push(...compare(`${where} filled in place`, filledInPlace.includes(parcel.fbaId), isFilledInPlace))
  }
  const proList = pick(getSheet(tables.get('PRO-list.xlsx') ?? []), ['FBA shipment ID', 'PRO number'])
  const pros = client.pros.map(({ fbaId, pro }) => [fbaId, pro])
  differences.push(...compare('PRO-list.xlsx', pros.toSorted(), proList.toSorted()))
  return [...differences, ...compareMaster(client, tables.get('master.xlsx') ?? [])]
}

function compareMaster(client: ExpectedClient, sheets: readonly ReadSheet[]): Difference[] {
  const shipments = pick(getSheet(sheets, 'Shipments'), ['FBA shipment ID', 'PRO number'])
  const expected = [
    ...client.parcels.map(({ fbaId }) => [fbaId, '']),
    ...client.pros.map(({ fbaId, pro }) => [fbaId, pro]),
  ]
  const tracked = pick(getSheet(sheets, 'Boxes'), ['Box ID', 'Tracking ID']).filter(([, trackingId]) => trackingId !== '')
  const boxes = client.parcels.flatMap((parcel) => parcel.boxes.map((box) => [box.boxId, box.trackingId]))
  return [
    ...compare('master.xlsx Shipments', expected.toSorted(), shipments.toSorted()),
    ...compare('master.xlsx Boxes', boxes.toSorted(), tracked.toSorted()),
  ]
}

const getSheet = (sheets: readonly ReadSheet[], name?: string): ReadSheet =>
  sheets.find((sheet) => name === undefined || sheet.name === name) ?? { name: '', rows: new Map() }

/** The named columns of every row below the heading row. */
function pick({ rows }: ReadSheet, headings: readonly string[]): string[][] {
  const columns = headings.map((heading) => rows.get(1)?.indexOf(heading) ?? -1)
  return [...rows].filter(([row]) => row > 1).map(([, cells]) => columns.map((column) => cells[column] ?? ''))
}

/** Shipment IDs, also those that box IDs begin with, that do not belong in this client's folder. */
function findStrangers(
  client: ExpectedClient,
  tables: ReadonlyMap<string, ReadSheet[]>,
  owners: ReadonlyMap<string, string>,
): Difference[] {
  return [...tables].flatMap(([where, sheets]) => {
    const cells = sheets.flatMap((sheet) => [...sheet.rows.values()].flat())
    const ids = new Set(cells.flatMap((cell) => cell.match(/FBA[0-9A-Z]{9}/g) ?? []))
    const strangers = [...ids].filter((fbaId) => owners.get(fbaId) !== client.client)
    return strangers.map((fbaId) => ({ where, expected: client.client, found: `${fbaId} ${owners.get(fbaId) ?? ''}` }))
  })
}
