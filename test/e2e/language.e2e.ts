import { beforeAll, describe, expect, test } from 'vitest'
import { getTranslate } from '../../shared/locales/translate.ts'
import { findBrokenToolbars, findCutText, findUnwritten, measureScroll } from './support/measure-text.ts'
import { type DeskUnderTest, makeUserData, openDesk } from './support/open-desk.ts'
import { seedMorning } from './support/seed-morning.ts'
import { settle, showLook, surfaces } from './support/surfaces.ts'

let opened: DeskUnderTest

beforeAll(async () => {
  const userData = makeUserData()
  await seedMorning(userData, 'lively')
  opened = await openDesk({ userData })
  await opened.page.setViewportSize({ width: 1366, height: 728 })
  return () => opened.close()
})

describe.each([
  { language: 'zh-CN', textSize: 100 },
  { language: 'zh-CN', textSize: 125 },
  { language: 'en', textSize: 100 },
  { language: 'en', textSize: 125 },
] as const)('in $language at $textSize %, on a screen of 1366 × 728', ({ language, textSize }) => {
  const t = getTranslate(language)
  beforeAll(() => showLook(opened.page, { language, textSize, theme: 'light' }))

  for (const { name, show, leave } of surfaces) {
    test(`${name}: every word is there, whole and in its place`, async () => {
      const { page } = opened
      await show(opened, t)
      await settle(page)
      expect(await findUnwritten(page)).toEqual([])
      expect(await findCutText(page)).toEqual([])
      expect(await findBrokenToolbars(page)).toEqual([])
      expect(await measureScroll(page)).toEqual({ right: 0, down: 0 })
      await leave(page)
    })
  }
})

test('nothing went wrong in the page', () => expect(opened.faults).toEqual([]))
