import * as fc from 'fast-check'
import type { FormatReference } from './courier-format-reference.ts'

export const numberCharacters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')

export const withCharacter = (text: string, index: number, character: string): string =>
  text.slice(0, index) + character + text.slice(index + 1)

export const swappedAt = (text: string, index: number): string =>
  text.slice(0, index) + text[index + 1]! + text[index]! + text.slice(index + 2)

export interface NumberExample {
  /** With the check character that the reference accepts, if there is one. */
  valid: string
  wrongDigit: string
  /** Two neighbours, which may be alike. */
  swapped: string
}

/** 300 numbers of the format, each with two typing errors; always the same. */
export function makeExamples({
  pattern,
  shapes = [pattern],
  holds,
  checkAt,
}: FormatReference): NumberExample[] {
  const samples = { numRuns: 300, seed: 20_261_101 }
  const places = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 9 }), fc.nat())
  const rolls = fc.sample(places, samples)
  return fc.sample(fc.oneof(...shapes.map((shape) => fc.stringMatching(shape))), samples).map((drawn, i) => {
    const [digitRoll, step, swapRoll] = rolls[i]!
    const at = checkAt ?? drawn.length - 1
    const valid =
      holds === undefined
        ? drawn
        : numberCharacters
            .map((character) => withCharacter(drawn, at, character))
            .find((number) => pattern.test(number) && holds(number))!
    const digitPlaces = [...valid.matchAll(/\d/g)].map((match) => match.index)
    const digitAt = digitPlaces[digitRoll % digitPlaces.length]!
    return {
      valid,
      wrongDigit: withCharacter(valid, digitAt, String((Number(valid[digitAt]) + step) % 10)),
      swapped: swappedAt(valid, swapRoll % (valid.length - 1)),
    }
  })
}
