import { expect, test } from 'vitest'
import { isFault } from '../../../renderer/shell/watch-faults.ts'

test('a size that is told a frame later is no fault, an error is one whatever it says', () => {
  const message = 'ResizeObserver loop completed with undelivered notifications.'
  expect(isFault({ message, error: undefined })).toBe(false)
  expect(isFault({ message, error: new Error(message) })).toBe(true)
  expect(isFault({ message: 'Uncaught TypeError: x is null', error: undefined })).toBe(true)
})
