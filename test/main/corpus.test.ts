import { beforeAll, describe, expect, test } from 'vitest'
import { readCorpus } from '../support/read-corpus.ts'
import { scoreCorpus, type CorpusScore } from '../support/score-corpus.ts'

describe.each(['own'] as const)('the %s layouts', (part) => {
  const cases = readCorpus(part)
  let score: CorpusScore
  beforeAll(async () => {
    score = await scoreCorpus(cases)
    if (process.env['CORPUS_MISSES']) process.stdout.write(`${score.misses.join('\n')}\n`)
    process.stdout.write(`${part}: ${JSON.stringify({ ...score, misses: score.misses.length })}\n`)
  }, 180_000)

  test('of columns called known every one is what it is called', () => {
    expect(score.known).toBeGreaterThan(100)
    expect(score.right).toBe(score.known)
  })
})
