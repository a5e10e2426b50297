import { expect, test } from 'vitest'
import { isTypedInFull } from '../../shared/domain/shipment.ts'

test.each([
  ['FBA19TB4K7Q2', true],
  ['ABC19TB4K7Q2', true],
  ['FBA19TB4K7Q', false],
  ['STAR-ABCDE123', false],
  ['STAR-ABCDE12345XYZ', true],
  ['', false],
])('whether “%s” is typed in full: %s', (typed, isFull) => expect(isTypedInFull(typed)).toBe(isFull))
