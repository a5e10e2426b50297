import { findQuotedEnd } from './csv-records.ts'

const delimiters = [',', ';', '\t', '|']

const sampleChars = 256 * 1024
const sampleRecords = 200
const minShare = 0.1

/** Delimiters outside quotes in each of the first records that are not blank. */
function countDelimiters(text: string): number[][] {
  const records: number[][] = []
  let counts = [0, 0, 0, 0]
  let isBlank = true
  let isAtFieldStart = true
  const length = Math.min(text.length, sampleChars)
  for (let index = 0; index < length; index += 1) {
    const char = text[index]!
    if (char === '"' && isAtFieldStart) {
      const end = findQuotedEnd(text, index)
      if (end === -1) break
      index = end - 1
      isAtFieldStart = false
      isBlank = false
      continue
    }
    if (char === '\n' || char === '\r') {
      if (!isBlank && records.push(counts) === sampleRecords) return records
      counts = [0, 0, 0, 0]
      isBlank = true
      isAtFieldStart = true
      continue
    }
    const which = delimiters.indexOf(char)
    if (which !== -1) counts[which]! += 1
    isAtFieldStart = which !== -1
    isBlank &&= char.trim() === ''
  }
  if (!isBlank && length === text.length) records.push(counts)
  return records
}

/** Share of the records that have the most common number of fields, weighed by that number. */
function scoreDelimiter(counts: number[]): number {
  const sizes = new Map<number, number>()
  for (const count of counts) if (count > 0) sizes.set(count, (sizes.get(count) ?? 0) + 1)
  let best = 0
  for (const [count, records] of sizes) {
    const share = records / counts.length
    if (share >= minShare) best = Math.max(best, share ** 2 * Math.log(count + 1))
  }
  return best
}

/** The delimiter the first records agree on best; null where there is none, as in a plain list. */
export function detectDelimiter(text: string): string | null {
  const records = countDelimiters(text)
  let best: string | null = null
  let bestScore = 0
  for (const [index, delimiter] of delimiters.entries()) {
    const score = scoreDelimiter(records.map((counts) => counts[index]!))
    if (score > bestScore) [best, bestScore] = [delimiter, score]
  }
  return best
}
