import { fail, ok, type Result } from '../../result.ts'
import { parseBoxId } from '../box.ts'
import { cleanText } from './cell-text.ts'

export type BoxRunProblem = 'bad-box-range' | 'several-values'

/** Amazon's largest LTL shipment, more than any run in one cell. */
const longestRun = 5_000

const between = String.raw`\s*(?:[-–—~至到]|TO)\s*`
const shipment = String.raw`(?:FBA[0-9A-Z]{7,9}|STAR-[0-9A-Z]{13})`
const part = new RegExp(`^(${shipment})?U?(\\d{3,7})(?:${between}(${shipment})?(U?)(\\d{1,7}))?$`)
const runLike = new RegExp(
  `U\\d{3,7}${between}(?:${shipment})?U?\\d|^U\\d{3,7}$|U\\d{3,7}\\s*[,;、|\\n/]\\s*(?:${shipment})?U`,
)
const listSeparator = /[,;、|/\r\n]+/

/** Text that names boxes in short: `…U000001-10`, `U000001~U000020`, `…U000001, …U000004`, or a lone `U000001`. */
export const isBoxRunLike = (text: string): boolean => runLike.test(text)

export interface BoxRun {
  boxIds: string[]
  /** Every box is written in the cell; none lies only between two ends. */
  isWhole: boolean
}

/**
 * The box IDs that a cell names in short, in order; `fbaId` stands in front where the cell leaves it out. Null for
 * text that is no such thing. Whether there are as many as the row counts is for the caller to say.
 * Source: ten public consignment sheets, counted for the design, November 2026.
 */
export function parseBoxRun(stored: string, fbaId: string | null): Result<BoxRun, BoxRunProblem> | null {
  const text = cleanText(stored).text.toUpperCase()
  if (!isBoxRunLike(text)) return null
  const boxIds: string[] = []
  let isWhole = true
  let owner = fbaId
  for (const piece of text.split(listSeparator)) {
    if (piece.trim() === '') continue
    const run = readPart(piece.trim(), owner)
    if (!run.ok) return run
    boxIds.push(...run.value.boxIds)
    isWhole &&= run.value.boxIds.length <= 2
    owner = run.value.owner
  }
  const isRepeated = new Set(boxIds).size < boxIds.length
  return isRepeated || boxIds.length === 0 ? fail('bad-box-range') : ok({ boxIds, isWhole })
}

function readPart(
  piece: string,
  fbaId: string | null,
): Result<{ boxIds: string[]; owner: string }, BoxRunProblem> {
  const match = part.exec(piece)
  if (!match) return fail('bad-box-range')
  const [, named, first = '', endOwner, endMark, last] = match
  const owner = named ?? fbaId
  if (owner === null || (named === undefined && !piece.startsWith('U'))) return fail('bad-box-range')
  if (endOwner !== undefined && endOwner !== owner) return fail('several-values')
  const width = first.length
  const isSameWidth = endMark !== 'U' || last?.length === width
  if ((width !== 6 && width !== 3) || (last !== undefined && (last.length > width || !isSameWidth)))
    return fail('bad-box-range')
  const from = Number(first)
  const to = last === undefined ? from : Number(last)
  if (to < from || to - from >= longestRun) return fail('bad-box-range')
  const boxIds = Array.from(
    { length: to - from + 1 },
    (_, at) => `${owner}U${String(from + at).padStart(width, '0')}`,
  )
  return boxIds.every((boxId) => parseBoxId(boxId) !== null) ? ok({ boxIds, owner }) : fail('bad-box-range')
}

const sequenceRun =
  /^(?:NO\.?|#|第)?\s*(\d{1,4})\s*(?:[-–—~至到]|TO)\s*(?:NO\.?|#)?(\d{1,4})\s*(?:箱|号|号箱)?$/

/** How many boxes a run of bare numbers spans (`1-20`, `21~30`), or null. The boxes have no names by it. */
export function parseSequenceRun(stored: string): { from: number; to: number } | null {
  const match = sequenceRun.exec(cleanText(stored).text.toUpperCase())
  if (!match) return null
  const [from, to] = [Number(match[1]), Number(match[2])]
  return from >= 1 && to >= from ? { from, to } : null
}
