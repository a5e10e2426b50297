import { readdirSync } from 'node:fs'
import path from 'node:path'

/** Files at any depth, relative to the folder, in order of name. */
export const listFolder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted()
