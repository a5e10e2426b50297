import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { corpusParts, readCorpus } from '../support/read-corpus.ts'
import { scoreCorpus, type CorpusScore } from '../support/score-corpus.ts'

const folder = path.resolve(import.meta.dirname, '../fixtures/corpus')

/** CORPUS_MISSES=1 lists what was not understood as expected. */
function report(part: string, score: CorpusScore): void {
  const { misses, ...counts } = score
  if (process.env['CORPUS_MISSES']) process.stdout.write(`${misses.join('\n')}\n`)
  process.stdout.write(`corpus, ${part}: ${JSON.stringify(counts)}\n`)
}

test.each([
  ['held-out', 52],
  ['unseen', 60],
] as const)('the %s layouts, by another hand, are as they were before the rules saw them', (part, files) => {
  const lines = readFileSync(path.join(folder, `${part}.sha256`), 'utf8')
    .trim()
    .split('\n')
  expect(lines).toHaveLength(files)
  for (const line of lines) {
    const [sha256, name] = line.split(/\s+/)
    const bytes = readFileSync(path.join(folder, part, name!))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
  }
})

describe.each(corpusParts)('the %s layouts', (part) => {
  let score: CorpusScore
  beforeAll(async () => {
    score = await scoreCorpus(readCorpus(part))
    report(part, score)
  }, 180_000)

  test('of columns called known every one is what it is called', () => {
    expect(score.known).toBeGreaterThan(150)
    expect(score.right).toBe(score.known)
  })

  test('of columns beyond doubt nine in ten are called known', () =>
    expect(score.recalled / score.certain).toBeGreaterThanOrEqual(0.9))

  test('heading row and shape are right for 97 in 100 tables', () =>
    expect(score.placed / score.tables).toBeGreaterThanOrEqual(0.97))
})
