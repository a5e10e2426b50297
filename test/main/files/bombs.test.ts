import { expect, test } from 'vitest'
import { makeBombs } from '../../support/make-bombs.ts'
import { measureParser } from '../../support/measure-parser.ts'

test('every bomb is refused for what it is or read, within 250 MB of the parser process', async () => {
  for (const { name, bytes, refusal } of makeBombs()) {
    const { result, peakMb } = await measureParser(bytes)
    expect([name, result.ok ? null : result.problem.kind]).toEqual([name, refusal])
    expect(peakMb, name).toBeLessThan(250)
  }
})
