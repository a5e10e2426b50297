import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { getCellRaw, type RawRow } from '../../shared/domain/sheet/raw-cell.ts'
import { readTable } from '../files/read-table.ts'

export interface ExportedSheet {
  name: string
  /** Stored texts of the cells, by 1-based row. */
  rows: Map<number, string[]>
}

/** Every file below a folder by its path in it, `/` between parts. */
export async function readFolder(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, Buffer>()
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = path.join(entry.parentPath, entry.name)
    files.set(path.relative(folder, file).replaceAll(path.sep, '/'), await readFile(file))
  }
  return files
}

/** No sheets where the file is no workbook. */
export async function readSheets(bytes: Buffer): Promise<ExportedSheet[]> {
  const rows: Map<number, string[]>[] = []
  const names: string[] = []
  const take = (sheetIndex: number, batch: RawRow[]): void => {
    const sheet = (rows[sheetIndex] ??= new Map())
    for (const row of batch) sheet.set(row.row, row.cells.map(getCellRaw))
  }
  const read = await readTable({ bytes }, { rows: take, sheet: (info) => void names.push(info.name) })
  return read.ok ? names.map((name, at) => ({ name, rows: rows[at] ?? new Map() })) : []
}

/** The named columns of every row below the heading row. */
export function pickColumns({ rows }: ExportedSheet, headings: readonly string[]): string[][] {
  const columns = headings.map((heading) => rows.get(1)?.indexOf(heading) ?? -1)
  return [...rows].filter(([row]) => row > 1).map(([, cells]) => columns.map((column) => cells[column] ?? ''))
}
