import { inspectFile, type InspectedSheet } from '../../main/commands/inspect-file.ts'
import { forkParser } from '../../main/files/fork-parser.ts'
import type { CorpusCase, ExpectedSheet } from './read-corpus.ts'

/** How a part of the corpus was understood. Counts are columns, tables and files. */
export interface CorpusScore {
  /** Columns called known with a field, and how many of them are that. */
  known: number
  right: number
  /** Columns that are beyond doubt, and how many of them were called known. */
  certain: number
  recalled: number
  /** Tables, and how many have the right heading row and shape. */
  tables: number
  placed: number
  files: number
  /** Files whose shipments and boxes are exactly those expected. */
  read: number
  /** What was not as expected, in words. */
  misses: string[]
}

const isSameField = (one: string | null, other: string | null, shape: string): boolean =>
  one === other ||
  // Where a row is one box, its weight and the weight of one box are the same thing.
  (['per-box', 'boxes-as-columns'].includes(shape) &&
    [one, other].every((field) => field === 'weight' || field === 'boxWeight'))

export async function scoreCorpus(cases: readonly CorpusCase[]): Promise<CorpusScore> {
  const score: CorpusScore = {
    known: 0,
    right: 0,
    certain: 0,
    recalled: 0,
    tables: 0,
    placed: 0,
    files: 0,
    read: 0,
    misses: [],
  }
  for (const expected of cases) await scoreFile(expected, score)
  return score
}

async function scoreFile(expected: CorpusCase, score: CorpusScore): Promise<void> {
  const miss = (what: string) => void score.misses.push(`${expected.file}: ${what}`)
  score.files += 1
  const inspected = await inspectFile(forkParser, expected.path, false)
  const sheets = 'refused' in inspected ? [] : inspected.inspection.sheets
  if ('refused' in inspected) miss(`refused as ${inspected.refused.kind}`)
  for (const [at, sheet] of expected.sheets.entries()) scoreTable(sheet, sheets[at], score, miss)
  if (sheets.length > expected.sheets.length) miss(`${sheets.length} tables, not ${expected.sheets.length}`)
  const found = 'refused' in inspected ? '' : listBoxes(inspected.content.shipments)
  const wanted = listBoxes(expected.shipments)
  if (found === wanted) score.read += 1
  else miss(`read ${found} instead of ${wanted}`)
}

function scoreTable(
  expected: ExpectedSheet,
  sheet: InspectedSheet | undefined,
  score: CorpusScore,
  miss: (what: string) => void,
): void {
  score.tables += 1
  const isNone = expected.shape === 'none' && sheet?.shape === 'none'
  const isPlaced = isNone || (sheet?.shape === expected.shape && sheet.headingRow === expected.headingRow)
  if (isPlaced) score.placed += 1
  else
    miss(
      `${expected.name} is ${expected.shape} at ${expected.headingRow}, read as ${sheet?.shape} at ${sheet?.headingRow}`,
    )
  for (const column of expected.columns) {
    const found = sheet?.columns[findColumn(expected, sheet, column.index)]
    const isRight = isSameField(found?.field ?? null, column.field, expected.shape)
    if (found?.verdict === 'known' && found.field !== null) {
      score.known += 1
      if (isRight) score.right += 1
      else miss(`${expected.name} "${column.heading}" is ${column.field}, called ${found.field}`)
    }
    if (column.field === null || !column.known) continue
    score.certain += 1
    if (isRight && found?.verdict === 'known') score.recalled += 1
    else miss(`${expected.name} "${column.heading}" is ${column.field}, ${found?.verdict} ${found?.field}`)
  }
}

/** Blank columns are in neither list, so places are found by heading, repeated ones in their order. */
function findColumn(expected: ExpectedSheet, sheet: InspectedSheet | undefined, index: number): number {
  const normalize = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim()
  const heading = normalize(expected.columns.find((column) => column.index === index)!.heading)
  const earlier = expected.columns.filter(
    (column) => column.index < index && normalize(column.heading) === heading,
  )
  const places = (sheet?.columns ?? []).flatMap((column, at) =>
    column.heading !== null && normalize(column.heading) === heading ? [at] : [],
  )
  return places[earlier.length] ?? -1
}

type Listed = readonly {
  fbaId: string
  boxes?: readonly { boxId: string | null; trackingId: string | null }[]
}[]

/** Every shipment with the boxes that the file names; unnamed boxes without a number are only a count. */
const listBoxes = (shipments: Listed): string =>
  shipments
    .map(({ fbaId, boxes = [] }) => {
      const named = boxes.filter(({ boxId, trackingId }) => boxId !== null || trackingId !== null)
      return [fbaId, ...named.map(({ boxId, trackingId }) => `${boxId ?? '-'}=${trackingId ?? '-'}`)].join(
        ' ',
      )
    })
    .toSorted()
    .join('; ')
