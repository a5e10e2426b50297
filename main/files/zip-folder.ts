import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { zipSync, type Zippable } from 'fflate'
import { fixedZipTime } from './workbook-writer.ts'

/** A folder's files as one ZIP: the same files give the same bytes, wherever and whenever. */
export async function zipFolder(folder: string): Promise<Uint8Array> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.replaceAll(path.sep, '/'))
    .toSorted((a, b) => (a < b ? -1 : 1))
  const parts: Zippable = {}
  for (const name of names) parts[name] = await readFile(path.join(folder, name))
  // Workbooks are packed already.
  return zipSync(parts, { level: 0, mtime: fixedZipTime })
}
