import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { getTranslate } from '../../shared/locales/translate.ts'
import { type DeskUnderTest, makeUserData, openDesk } from './support/open-desk.ts'
import { seedMorning } from './support/seed-morning.ts'
import { settle, showLook, surfaces } from './support/surfaces.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Every rule of WCAG 2.2, levels A and AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe-core holds against the page as it is, a line each. */
async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(
    (values) =>
      (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
      }),
    rules,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  )
}

/** Roles that act, and so must say what they do. */
const actingRoles = [
  'button',
  'checkbox',
  'combobox',
  'link',
  'menuitem',
  'option',
  'radio',
  'switch',
  'tab',
  'textbox',
]

/** As assistive technology gets them from the browser itself. */
async function findNameless(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return nodes
    .filter((node) => !node.ignored && actingRoles.includes(String(node.role?.value)))
    .filter((node) => String(node.name?.value ?? '').trim() === '')
    .map((node) => `${node.role!.value} without a name`)
}

let opened: DeskUnderTest

beforeAll(async () => {
  const userData = makeUserData()
  await seedMorning(userData, 'lively')
  opened = await openDesk({ userData })
  return () => opened.close()
})

describe.each([
  { language: 'zh-CN', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const)('in $language, $theme', ({ language, theme }) => {
  const t = getTranslate(language)
  beforeAll(async () => {
    await showLook(opened.page, { language, theme })
    await opened.page.evaluate(axeSource)
  })

  for (const { name, isScreen, show, leave } of surfaces) {
    test(`${name}: everybody can use it`, async () => {
      const { page } = opened
      await show(opened, t)
      await settle(page)
      expect(await findViolations(page)).toEqual([])
      expect(await findNameless(page)).toEqual([])
      if (isScreen) expect(await walkRound(page)).toEqual([])
      await leave(page)
    })
  }
})

test('nothing went wrong in the page', () => expect(opened.faults).toEqual([]))

const mostStops = 200

/** Tab from the start of the page until it is there again; stops that nobody could see. */
async function walkRound(page: Page): Promise<string[]> {
  const walk = await page.evaluateHandle(() => {
    ;(document.activeElement as HTMLElement | null)?.blur()
    return { stops: [] as Element[], unseen: [] as string[] }
  })
  for (let steps = 0; steps < mostStops; steps += 1) {
    await page.keyboard.press('Tab')
    const isRound = await walk.evaluate(({ stops, unseen }) => {
      const stop = document.activeElement!
      if (stop === document.body || stops.includes(stop)) return stop === document.body || stop === stops[0]
      stops.push(stop)
      const { width, height, left, top, right, bottom } = stop.getBoundingClientRect()
      const isInView = left < innerWidth && top < innerHeight && right > 0 && bottom > 0
      if (width * height === 0 || !isInView) unseen.push(stop.outerHTML.slice(0, 200))
      return false
    })
    if (isRound) return walk.evaluate(({ unseen }) => unseen)
  }
  throw new Error(`${mostStops} × Tab did not lead round the screen.`)
}
