import { randomBytes } from 'node:crypto'
import path from 'node:path'

export interface OfferedFile {
  path: string
  /** As the user knows it; an uploaded file's path is not its name. */
  name: string
}

/** Turns paths that a trusted door named into tokens that a page may hold. Pages never name paths. */
export interface TokenBox {
  offer(file: { path: string; name?: string | undefined }): string
  get(token: string): OfferedFile | null
}

const mostTokens = 10_000

export function createTokenBox(): TokenBox {
  const offered = new Map<string, OfferedFile>()
  return {
    offer(file) {
      const token = randomBytes(16).toString('hex')
      offered.set(token, { path: path.resolve(file.path), name: file.name ?? path.basename(file.path) })
      if (offered.size > mostTokens) offered.delete(offered.keys().next().value!)
      return token
    },
    get: (token) => offered.get(token) ?? null,
  }
}
