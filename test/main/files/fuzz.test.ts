import { expect, test } from 'vitest'
import { parserLimits } from '../../../main/files/file-limits.ts'
import { fuzzFiles } from '../../support/fuzz/fuzz-files.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

test('a thousand damaged files are read or refused with a reason, and none hurts the parser', async () => {
  const { read, refused, failures, peakMb } = await fuzzFiles(makeTempFolder(), 1, 1_000)
  expect(failures).toEqual([])
  expect(read).toBeGreaterThan(100)
  expect(Object.keys(refused).length).toBeGreaterThan(8)
  expect(peakMb * 1024 * 1024).toBeLessThan(parserLimits.residentBytes)
})
