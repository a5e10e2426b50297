import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { getContrast, getDeltaE00, getLab, parseHex, type Rgb, visions } from './color-science.ts'

const css = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8')

type Theme = 'light' | 'dark'
const themes: Theme[] = ['light', 'dark']

const tokens = new Map<string, Record<Theme, Rgb>>()
for (const [, name, light, dark] of css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)) {
  tokens.set(name!, { light: parseHex(light!), dark: parseHex(dark!) })
}

const getColor = (name: string, theme: Theme): Rgb => {
  const token = tokens.get(name)
  if (!token) throw new Error(`no colour token --${name}`)
  return token[theme]
}

const statuses = ['ready', 'incomplete', 'error', 'exported', 'changed', 'exempt']
const rowGrounds = ['surface', 'zebra', 'hover', 'selected']
const cellGrounds = ['error-ground', 'gap-ground', 'changed-ground', 'proposed-ground']
const pageGrounds = ['canvas', 'surface', 'header', 'hover', 'selected']

const textPairs: [string, string][] = [
  ...['text', 'text-2', 'text-3'].flatMap((text) =>
    [...pageGrounds, 'zebra', ...cellGrounds].map((ground): [string, string] => [text, ground]),
  ),
  ...statuses.flatMap((status) =>
    [...rowGrounds, `${status}-tint`].map((ground): [string, string] => [status, ground]),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['error', 'canvas'],
  ['error', 'error-tint'],
  ['text', 'error-tint'],
]

const edgePairs: [string, string][] = [
  ...['surface', 'canvas', 'header'].map((ground): [string, string] => ['control-edge', ground]),
  ...[...pageGrounds, 'zebra', ...cellGrounds].map((ground): [string, string] => ['focus', ground]),
  ...['surface', 'selected', 'canvas'].map((ground): [string, string] => ['accent', ground]),
  ['error', 'error-ground'],
  ['incomplete', 'gap-ground'],
  ['changed', 'changed-ground'],
  ['accent', 'proposed-ground'],
]

describe.each(themes)('the %s colours', (theme) => {
  const contrast = ([a, b]: [string, string]) => getContrast(getColor(a, theme), getColor(b, theme))

  test.each(textPairs)('--%s can be read on --%s (4.5)', (...pair) => {
    expect(contrast(pair)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(edgePairs)('--%s can be seen on --%s (3)', (...pair) => {
    expect(contrast(pair)).toBeGreaterThanOrEqual(3)
  })

  const pairs = statuses.flatMap((a, index) => statuses.slice(index + 1).map((b) => [a, b] as const))
  test.each(pairs)('%s and %s are told apart in four kinds of vision (ΔE00 10)', (a, b) => {
    for (const vision of Object.values(visions)) {
      const distance = getDeltaE00(getLab(getColor(a, theme), vision), getLab(getColor(b, theme), vision))
      expect(distance).toBeGreaterThanOrEqual(10)
    }
  })
})

test('the measure of difference agrees with its published examples', () => {
  // Sharma, Wu and Dalal 2005, pairs 1, 7 and 25 of their table (read November 2026).
  expect(getDeltaE00([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4)
  expect(getDeltaE00([50, 0, 0], [50, -1, 2])).toBeCloseTo(2.3669, 4)
  expect(getDeltaE00([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4)
})

test('every colour has a value for contrast themes', () => {
  const forced = css.slice(css.indexOf('forced-colors'))
  for (const name of tokens.keys()) expect(forced).toContain(`--${name}:`)
})
