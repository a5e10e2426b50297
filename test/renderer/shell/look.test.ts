import { expect, test } from 'vitest'
import { readLook } from '../../../renderer/shell/look.ts'

test('without a kept look the language is that of the system', () => {
  expect(readLook(null, 'zh-TW').language).toBe('zh-CN')
  expect(readLook(null, 'de-DE').language).toBe('en')
})

test('a kept look is taken up again', () => {
  const look = { language: 'en', theme: 'dark', density: 'compact', textSize: 125 }
  expect(readLook(JSON.stringify(look), 'zh-CN')).toEqual(look)
})

test('a value that is none of the choices falls back, the others stay', () => {
  expect(readLook('{"theme":"pink","textSize":130,"density":"roomy"}', 'en')).toEqual({
    language: 'en',
    theme: 'system',
    density: 'roomy',
    textSize: 100,
  })
})

test.each(['', 'null', '[]', '{', '7'])('what is no look at all is ignored: %s', (kept) => {
  expect(readLook(kept, 'en')).toEqual({ language: 'en', theme: 'system', density: 'default', textSize: 100 })
})
