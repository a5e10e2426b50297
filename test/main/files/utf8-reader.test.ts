import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createUtf8Reader } from '../../../main/files/utf8-reader.ts'

const cutUp = (bytes: Buffer, cuts: number[]): Buffer[] => {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length]
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end))
}

test('text is the same however its bytes are cut up', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '箱', '😀'), maxLength: 20 })
  fc.assert(
    fc.property(text, fc.array(fc.nat(80), { maxLength: 8 }), (whole, cuts) => {
      const reader = createUtf8Reader()
      expect(cutUp(Buffer.from(whole), cuts).map(reader.read).join('')).toBe(whole)
      expect(reader.isComplete()).toBe(true)
    }),
  )
})

test('bytes that a strict decoder refuses are refused, however they are cut up', () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 6 }).map((array) => Buffer.from(array))
  fc.assert(
    fc.property(bytes, fc.array(fc.nat(6), { maxLength: 3 }), (given, cuts) => {
      const reader = createUtf8Reader()
      const isTaken = !cutUp(given, cuts).map(reader.read).includes(null) && reader.isComplete()
      let isStrict = true
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(given)
      } catch {
        isStrict = false
      }
      expect(isTaken).toBe(isStrict)
    }),
    { numRuns: 1000 },
  )
})
