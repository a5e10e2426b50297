import { expect, test } from 'vitest'
import { makeBombs } from '../../support/make-bombs.ts'
import { measureParser } from '../../support/measure-parser.ts'

test('every bomb is refused for what it is or read, within 250 MB of the parser process', async () => {
  for (const { name, bytes, refusal } of makeBombs()) {
    const { result, peakMb } = await measureParser(bytes)
    const found = { name, refusal: result.ok ? null : result.problem.kind, isSmall: peakMb < 250 }
    expect(found).toEqual({ name, refusal, isSmall: true })
  }
})
