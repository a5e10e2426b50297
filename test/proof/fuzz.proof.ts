import { expect, test } from 'vitest'
import { parserLimits } from '../../main/files/file-limits.ts'
import { fuzzFiles } from '../support/fuzz/fuzz-files.ts'
import { makeTempFolder } from '../support/temp-folder.ts'

/** Other mutants than those of `npm test`. */
const first = 1_000_000

test('of 20,000 damaged files none crashes, hangs or swells the parser, and each refusal has a reason', async () => {
  const report = await fuzzFiles(makeTempFolder(), first, 20_000)
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  expect(report.failures).toEqual([])
  expect(report.peakMb * 1024 * 1024).toBeLessThan(parserLimits.residentBytes)
}, 1_800_000)
