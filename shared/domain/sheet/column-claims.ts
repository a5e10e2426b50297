import type { ColumnEvidence } from './column-evidence.ts'
import { contentTests } from './field-contents.ts'
import { getMeaningFields } from './heading-dictionary.ts'
import {
  agreement,
  decideByContents,
  disagreement,
  getShare,
  isTelling,
  type TrapVerdict,
} from './heading-traps.ts'
import { consequentialFields, repeatableFields, type ImportField } from './import-field.ts'
import type { RecalledField } from './layout-memory.ts'

export type ClaimSource = 'remembered' | 'taught' | 'proposed' | 'heading' | 'trap' | 'contents'

/** A field a column may get, and how well the two fit. */
export interface ColumnClaim {
  column: number
  field: ImportField
  source: ClaimSource
  score: number
  /** Columns of numbered boxes each have the field. */
  box?: number
}

const headingScore = 0.45
const trapScore = 0.31
const contentScore = 0.4
/** The client's own choice wins, then what was taught for all, then another client's layout, then the dictionary. */
const recalledScores = { remembered: 2, taught: 1.5, proposed: 1.2 } as const

export function listHeadingClaims(column: ColumnEvidence, verdict: TrapVerdict | null): ColumnClaim[] {
  const box = column.meaning?.box
  const claims = listClaims(column, verdict)
  return box === undefined ? claims : claims.map((claim) => ({ ...claim, box }))
}

function listClaims(column: ColumnEvidence, verdict: TrapVerdict | null): ColumnClaim[] {
  if (!column.meaning) return []
  const index = column.index
  if (verdict) {
    return verdict.fields.map((field, place) => {
      const share = verdict.isDecided && contentTests[field] ? getShare(column, field) : 1
      return { column: index, field, source: 'trap', score: trapScore - place / 100 + contentScore * share }
    })
  }
  const { field } = column.meaning
  const share = contentTests[field] ? getShare(column, field) : 0.5
  const isRefuted = consequentialFields.has(field) && column.filled > 0 && share <= disagreement
  return [
    {
      column: index,
      field,
      source: 'heading',
      score: (isRefuted ? 0.2 : headingScore) + contentScore * share,
    },
  ]
}

/**
 * Fields a column may get for its contents alone: the two keys for any column when no heading claims them rightly,
 * the other identifiers for a column whose heading says nothing.
 */
export function listContentClaims(column: ColumnEvidence, claimed: ReadonlySet<ImportField>): ColumnClaim[] {
  if (column.filled === 0) return []
  const claims: ColumnClaim[] = []
  for (const field of ['fbaId', 'boxId'] as const) {
    if (claimed.has(field) || getShare(column, field) < agreement) continue
    claims.push({ column: column.index, field, source: 'contents', score: 0.7 })
  }
  if (column.meaning || claims.length > 0) return claims
  const field = (['referenceId', 'container', 'trackingId'] as const).find((each) => isTelling(column, each))
  return field ? [{ column: column.index, field, source: 'contents', score: contentScore }] : []
}

/** A column left an extra claims nothing. */
export function listRecalledClaims(
  { index, meaning }: ColumnEvidence,
  { field, source }: RecalledField,
): ColumnClaim[] {
  if (field === null) return []
  const box = meaning?.box === undefined ? {} : { box: meaning.box }
  return [{ column: index, field, source, score: recalledScores[source], ...box }]
}

export const decideTrap = (column: ColumnEvidence): TrapVerdict | null =>
  column.meaning?.isTrap ? decideByContents(column, getMeaningFields(column.meaning)) : null

/** One column a field and one field a column, best fit first; equal fits from left to right. */
export function assignClaims(claims: readonly ColumnClaim[]): Map<number, ColumnClaim> {
  const assigned = new Map<number, ColumnClaim>()
  const taken = new Set<string>()
  const ordered = claims.toSorted((a, b) => b.score - a.score || a.column - b.column)
  for (const claim of ordered) {
    const place = claim.box === undefined ? claim.field : `${claim.field} ${claim.box}`
    if (assigned.has(claim.column) || taken.has(place)) continue
    assigned.set(claim.column, claim)
    if (!repeatableFields.has(claim.field)) taken.add(place)
  }
  return assigned
}
