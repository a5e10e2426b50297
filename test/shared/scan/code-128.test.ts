import { expect, test } from 'vitest'
import { encodeCode128 } from '../../../shared/domain/scan/code-128.ts'

const toWidths = (text: string): string => {
  const { bars } = encodeCode128(text)
  return bars
    .map((bar, i) => `${bar.width}${i + 1 < bars.length ? bars[i + 1]!.at - bar.at - bar.width : ''}`)
    .join('')
}

test('a text begins with start B, ends with its check character and the stop pattern', () => {
  // By hand, from the standard's table: P 48, J 42, J 42, 1 17, 2 18, 3 19, C 35; 104 + Σ value × place = 879 = 8 × 103 + 55.
  const [startB, p, j, one, two, three, c] = [
    '211214',
    '313121',
    '112133',
    '123221',
    '223211',
    '221132',
    '131321',
  ]
  const [check, stop] = ['311321', '2331112']
  expect(toWidths('PJJ123C')).toBe([startB, p, j, j, one, two, three, c, check, stop].join(''))
})

test('every character is eleven modules wide and the stop pattern thirteen', () => {
  expect(encodeCode128('TAILBOARDUNDO').width).toBe((1 + 13 + 1) * 11 + 13)
})

test('each character has a pattern of its own, of three bars and three gaps', () => {
  const characters = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
  const patterns = characters.map((character) => toWidths(character).slice(6, 12))
  expect(new Set(patterns).size).toBe(95)
  for (const pattern of patterns) {
    const widths = Array.from(pattern, Number)
    expect(widths.reduce((sum, width) => sum + width)).toBe(11)
    // Bars of set B are of an even number of modules together: that is how a reader finds a misread bar.
    expect((widths[0]! + widths[2]! + widths[4]!) % 2).toBe(0)
  }
})

test('characters that the set does not have are refused', () => {
  expect(() => encodeCode128('下一票')).toThrow(RangeError)
})
