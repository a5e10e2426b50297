import { getFileStem } from './file-stem.ts'

export interface EarlierFile {
  id: number
  fileName: string
  /** Of each sheet's layout; empty for files imported before layouts were kept with them. */
  fingerprints: readonly string[]
}

export interface RevisingFile {
  fileName: string
  fingerprints: readonly string[]
  fbaIds: readonly string[]
}

/** At least this share of the FBA shipment IDs must be the same. */
const mostly = 0.5

/**
 * The file of the same client that this one is a revision of: the newest with the same name (whatever its date or
 * version) or the same layout, and mostly the same FBA shipment IDs. Of a file with another name most of the earlier
 * one's shipments must be there, since a part of them may be a file of its own. `earlier` comes newest first.
 */
export function findRevised<T extends EarlierFile>(
  file: RevisingFile,
  earlier: readonly T[],
  getFbaIds: (earlier: T) => readonly string[],
): T | null {
  const stem = getFileStem(file.fileName)
  const ids = new Set(file.fbaIds)
  for (const each of earlier) {
    const isSameName = getFileStem(each.fileName) === stem
    const isSameLayout = each.fingerprints.some((known) => file.fingerprints.includes(known))
    if (!isSameName && !isSameLayout) continue
    const known = getFbaIds(each)
    const shared = known.filter((fbaId) => ids.has(fbaId)).length
    const least = isSameName ? Math.min(ids.size, known.length) : known.length
    if (shared > 0 && shared >= least * mostly) return each
  }
  return null
}
