import { describe, expect, test } from 'vitest'
import { createRepeatGuard, createScanBurst, type BurstStep } from '../../../shared/domain/scan/scan-burst.ts'

/** Types at an even pace, ends, and returns the last step. `ends` more ends come 2 ms later each. */
function type(text: string, msPerKey: number, burst = createScanBurst(), fromMs = 1_000): BurstStep {
  const keys = Array.from(text)
  keys.forEach((character, i) => burst.take({ character, atMs: fromMs + i * msPerKey }))
  return burst.take({ character: null, atMs: fromMs + keys.length * msPerKey })
}

const code = '1ZA1B2C30300014703'

describe('a burst of keys', () => {
  test.each([2, 8, 50])('at %d ms a key, ended by Enter or Tab, is a scan', (msPerKey) => {
    expect(type(code, msPerKey)).toEqual({ kind: 'scan', text: code })
  })

  test.each([51, 60, 120])('at %d ms a key is typing', (msPerKey) => {
    expect(type(code, msPerKey)).toEqual({ kind: 'typed' })
  })

  test('of seven characters is typing, of eight a scan', () => {
    expect(type('1234567', 8).kind).toBe('typed')
    expect(type('12345678', 8)).toEqual({ kind: 'scan', text: '12345678' })
  })

  test('ended by CR and LF is one scan', () => {
    const burst = createScanBurst()
    const atMs = 1_000 + code.length * 8
    expect(type(code, 8, burst).kind).toBe('scan')
    expect(burst.take({ character: null, atMs: atMs + 2 })).toEqual({ kind: 'end' })
    expect(burst.take({ character: null, atMs: atMs + 500 })).toEqual({ kind: 'typed' })
  })

  test('begins anew after a pause, so that a key typed before does not join it', () => {
    const burst = createScanBurst()
    burst.take({ character: 'X', atMs: 500 })
    expect(type(code, 8, burst)).toEqual({ kind: 'scan', text: code })
  })

  test('without an end is no scan, however long it is', () => {
    const burst = createScanBurst()
    for (const [i, character] of Array.from(code).entries())
      expect(burst.take({ character, atMs: i * 8 })).toEqual({ kind: 'pending' })
    expect(burst.isOpen(code.length * 8)).toBe(true)
    expect(burst.take({ character: null, atMs: 2_000 })).toEqual({ kind: 'typed' })
    expect(burst.isOpen(2_001)).toBe(false)
  })

  test('may slow down for a moment as long as its average is fast', () => {
    const burst = createScanBurst()
    Array.from('12345678').forEach((character, i) =>
      burst.take({ character, atMs: 1_000 + i * 5 + (i > 3 ? 90 : 0) }),
    )
    expect(burst.take({ character: null, atMs: 1_130 })).toEqual({ kind: 'scan', text: '12345678' })
  })
})

test('the same code within a second is one scan; another, or the same later, is the next', () => {
  const isRepeat = createRepeatGuard()
  expect([
    isRepeat('A', 0),
    isRepeat('A', 900),
    isRepeat('A', 1_800),
    isRepeat('B', 1_900),
    isRepeat('A', 2_000),
    isRepeat('A', 3_001),
  ]).toEqual([false, true, true, false, false, false])
})
