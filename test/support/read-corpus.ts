import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ImportField } from '../../shared/domain/sheet/import-field.ts'
import type { SheetShape } from '../../shared/domain/sheet/sheet-layout.ts'

export interface ExpectedSheet {
  name: string
  shape: SheetShape
  headingRow: number
  columns: { index: number; heading: string; field: ImportField | null; known: boolean }[]
}

export const corpusParts = ['own', 'held-out', 'unseen'] as const
export type CorpusPart = (typeof corpusParts)[number]

/** What a file of the corpus says, decided by hand from the file and not by any program. */
export interface CorpusCase {
  path: string
  file: string
  about: string
  verdict: 'ok' | 'ask' | 'refused'
  encoding: string | null
  sheets: ExpectedSheet[]
  shipments: {
    fbaId: string
    declaredBoxCount?: number
    boxes?: { boxId: string | null; trackingId: string | null }[]
  }[]
  damaged: { sheet: string; cell: string }[]
}

const folder = path.resolve(import.meta.dirname, '../fixtures/corpus')

/** The cases of one part of the corpus, in order of name. */
export function readCorpus(part: CorpusPart): CorpusCase[] {
  const place = path.join(folder, part)
  if (!existsSync(place)) throw new Error(`${place} is missing`)
  return readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => {
      const expected = JSON.parse(readFileSync(path.join(place, name), 'utf8')) as Omit<CorpusCase, 'path'>
      return { ...expected, path: path.join(place, expected.file) }
    })
}
