import { expect, test } from 'vitest'
import { makeBombs } from '../support/make-bombs.ts'
import { measureParser } from '../support/measure-parser.ts'

test('every bomb is refused or read in under two seconds and 250 MB', async () => {
  const measured: { name: string; kB: number; ms: number; mb: number; verdict: string }[] = []
  for (const { name, bytes } of makeBombs()) {
    const { result, ms, peakMb } = await measureParser(bytes)
    const verdict = result.ok ? 'read' : result.problem.kind
    measured.push({
      name,
      kB: Math.ceil(bytes.length / 1024),
      ms: Math.round(ms),
      mb: Math.round(peakMb),
      verdict,
    })
  }
  process.stdout.write(`${measured.map((each) => JSON.stringify(each)).join('\n')}\n`)
  expect(measured.filter(({ ms, mb }) => ms >= 2_000 || mb >= 250)).toEqual([])
})
