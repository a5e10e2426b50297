import { expect, test } from 'vitest'
import { catalogue, type WordTree } from '../../shared/locales/catalogue.ts'

function flatten(tree: WordTree, path = ''): Map<string, string> {
  const words = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') words.set(path + key, value)
    else for (const [inner, text] of flatten(value, `${path}${key}.`)) words.set(inner, text)
  }
  return words
}

const getPlaceholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1]!).toSorted()

const zhCn = flatten(catalogue['zh-CN'])
const en = flatten(catalogue.en)

test('both languages have the same keys', () => {
  expect([...en.keys()].toSorted()).toEqual([...zhCn.keys()].toSorted())
})

test('a word has the same placeholders in both languages', () => {
  const differing = [...zhCn].filter(
    ([key, text]) => getPlaceholders(text).join() !== getPlaceholders(en.get(key) ?? '').join(),
  )
  expect(differing).toEqual([])
})

test('no word is empty', () => {
  expect([...zhCn, ...en].filter(([, text]) => text.trim() === '')).toEqual([])
})

test('a word that counts has a singular and a plural', () => {
  const bases = (form: string) =>
    [...zhCn.keys()].filter((key) => key.endsWith(form)).map((key) => key.slice(0, -form.length))
  expect(bases('_one')).toEqual(bases('_other'))
})

test('every opened placeholder is closed', () => {
  const count = (text: string, part: string) => text.split(part).length
  const broken = [...zhCn, ...en].filter(([, text]) => count(text, '{{') !== count(text, '}}'))
  expect(broken).toEqual([])
})
