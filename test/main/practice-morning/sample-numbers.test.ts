import { describe, expect, it } from 'vitest'
import {
  formatFedEx12,
  formatFedExGround,
  formatFleetPro,
  formatUps1z,
  mistypeLastDigit,
} from '../../../main/practice-morning/sample-numbers.ts'

describe('numbers of the sample company', () => {
  it('have the check digits worked out by hand', () => {
    expect(formatFleetPro(810_020_000)).toBe('8100200008')
    expect(formatFleetPro(810_020_052)).toBe('8100200529')
    expect(formatUps1z(1_470)).toBe('1ZA1B2C30300014703')
    expect(formatFedEx12(40_001_470_021)).toBe('400014700213')
    expect(formatFedExGround(1_470_021)).toBe('9611019612900014700219')
  })

  it('lose their check digit to a slip of the keyboard', () => {
    expect(mistypeLastDigit('400014700213')).toBe('400014700214')
    expect(mistypeLastDigit('400014700219')).toBe('400014700210')
  })
})
