/** Widths of bars and gaps in modules, by value 0 to 102; ISO/IEC 15417. */
const patterns =
  `212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222
  123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321
  232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121
  313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224
  111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111
  111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113
  114311 411113 411311 113141 114131 311141 411131`.split(/\s+/)
const startB = 104
const startPattern = '211214'
const stopPattern = '2331112'
const firstCharacter = 32
const lastCharacter = 126
const modulus = 103

export interface Bar {
  /** Modules from the left of the first bar. */
  at: number
  width: number
}

/**
 * A text in Code 128, set B, as bars. A printed code needs ten modules of quiet on both sides. Throws for characters
 * outside printable ASCII.
 */
export function encodeCode128(text: string): { bars: Bar[]; width: number } {
  const values = Array.from(text, (character) => {
    const code = character.codePointAt(0)!
    if (code < firstCharacter || code > lastCharacter) throw new RangeError(`no ${character} in Code 128 B`)
    return code - firstCharacter
  })
  const sum = values.reduce((total, value, i) => total + value * (i + 1), startB)
  const widths = [
    startPattern,
    ...[...values, sum % modulus].map((value) => patterns[value]!),
    stopPattern,
  ].join('')
  const bars: Bar[] = []
  let at = 0
  for (const [i, width] of Array.from(widths, Number).entries()) {
    if (i % 2 === 0) bars.push({ at, width })
    at += width
  }
  return { bars, width: at }
}
