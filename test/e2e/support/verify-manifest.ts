import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

interface Manifest {
  clients: { shipments: string[] }[]
  files: { path: string; sha256: string }[]
}

const unlisted = ['manifest.json', 'SHA256SUMS']

/** Files whose hash is not the manifest's, that it names and that are not there, or the other way round. */
export function verifyManifest(folder: string): { shipments: number; differences: string[] } {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Manifest
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !unlisted.includes(file))
  const hashes = new Map(manifest.files.map((file) => [file.path, file.sha256]))
  const isRight = (file: string): boolean =>
    found.includes(file) &&
    createHash('sha256')
      .update(readFileSync(path.join(folder, file)))
      .digest('hex') === hashes.get(file)
  return {
    shipments: manifest.clients.reduce((sum, client) => sum + client.shipments.length, 0),
    differences: [...new Set([...found, ...hashes.keys()])].filter((file) => !isRight(file)),
  }
}
