import { expect, test } from 'vitest'
import { readScanSettings } from '../../../renderer/scan/scan-settings.ts'

const usual = { volume: 60, hasSound: true, warnsOnly: false }

test('a station that was never set has sound and refuses whatever is in doubt', () => {
  expect(readScanSettings(null)).toEqual(usual)
})

test('what was kept is taken up again', () => {
  const kept = { volume: 0, hasSound: false, warnsOnly: true }
  expect(readScanSettings(JSON.stringify(kept))).toEqual(kept)
})

test.each(['not JSON', '[]', '{"volume":900,"hasSound":"yes","warnsOnly":1}', '"text"'])(
  'what cannot be read is as usual: %s',
  (kept) => expect(readScanSettings(kept)).toEqual(usual),
)
