import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { StatusBadge } from '../../../renderer/ui/status-badge.tsx'
import type { StatusKind } from '../../../renderer/ui/status-shape.tsx'

const words: [StatusKind, string][] = [
  ['ready', '就绪'],
  ['incomplete', '待补'],
  ['error', '错误'],
  ['exported', '已导出'],
  ['changed', '导出后有改动'],
  ['exempt', '不适用'],
]
const drawn = words.map(([status, word]) =>
  renderToStaticMarkup(<StatusBadge status={status} label={word} />),
)

test('each status has its word, said once', () => {
  drawn.forEach((markup, index) => {
    const said = markup.replace(/<svg.*?<\/svg>/, '').replace(/<[^>]*>/g, '')
    expect(said).toBe(words[index]![1])
  })
})

test('no two statuses have the same shape', () => {
  const shapes = drawn.map((markup) => /<svg[^>]*>(.*?)<\/svg>/.exec(markup)![1])
  expect(new Set(shapes).size).toBe(words.length)
})

test('shapes take the colour of the text, so that contrast themes can set it', () => {
  for (const markup of drawn) {
    expect(markup).toContain('currentColor')
    expect(markup).not.toMatch(/#[\da-f]{3,6}/i)
  }
})
