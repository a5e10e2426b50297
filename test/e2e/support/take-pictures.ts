import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Look } from '../../../renderer/shell/look.ts'
import { getTranslate } from '../../../shared/locales/translate.ts'
import { goToColumn } from './grid-cells.ts'
import { type DeskUnderTest, fillClipboard, makeUserData, openDesk, removeUserData } from './open-desk.ts'
import { getListTexts } from './practice-lists.ts'
import { seedMorning, type Stage } from './seed-morning.ts'
import { settle, showLook, surfaces } from './surfaces.ts'
import { waitUntil } from './wait-until.ts'

/** Makes the pictures of the documentation, after a build: node test/e2e/support/take-pictures.ts */
const folder = path.resolve(import.meta.dirname, '../../../docs/pictures')

const looks = [
  { suffix: 'zh-light', look: { language: 'zh-CN', theme: 'light' } },
  { suffix: 'en-dark', look: { language: 'en', theme: 'dark' } },
] as const satisfies { suffix: string; look: Partial<Look> }[]

interface Picture {
  name: string
  stage: Stage
  show: (who: DeskUnderTest, language: Look['language']) => Promise<void>
}

const showSurface =
  (name: string): Picture['show'] =>
  (who, language) =>
    surfaces.find((surface) => surface.name === name)!.show(who, getTranslate(language))

/** The sheet beside the shipments that wait for it. */
const showAssign: Picture['show'] = async (who, language) => {
  await showSurface('shipments')(who, language)
  await who.page.getByRole('radio', { name: getTranslate(language)('shipments.view.incomplete') }).click()
  await showSurface('shipments, assign sheet')(who, language)
}

/** A list in which one number comes twice, pasted on the boxes it is for. */
const showPairing: Picture['show'] = async (who, language) => {
  const { desk, page } = who
  const hasTwice = (text: string): boolean => new Set(text.split('\r\n')).size < text.split('\r\n').length
  const [fbaId, text] = [...getListTexts()].find(([, each]) => hasTwice(each))!
  await showSurface('boxes')(who, language)
  await page.keyboard.press('Control+k')
  await page.keyboard.type(fbaId)
  await waitUntil(async () => (await page.locator('.grid-row').count()) === 20, 'its boxes are listed')
  await page.keyboard.press('Enter')
  await goToColumn(page, 'trackingId')
  await fillClipboard(desk, text)
  await page.keyboard.press('Control+v')
  await page.locator('.pairing-mismatches').waitFor()
}

/** In an order in which each can be shown after the one before. */
const pictures: readonly Picture[] = [
  { name: 'import', stage: 'files', show: showSurface('import') },
  { name: 'shipments', stage: 'lively', show: showSurface('shipments') },
  { name: 'assign', stage: 'lively', show: showAssign },
  { name: 'check-export', stage: 'lively', show: showSurface('check and export') },
  { name: 'forecast', stage: 'lively', show: showSurface('forecast') },
  { name: 'data', stage: 'lively', show: showSurface('data, clients') },
  { name: 'loads', stage: 'lively', show: showSurface('loads') },
  { name: 'boxes', stage: 'lively', show: showPairing },
  { name: 'scan', stage: 'lively', show: showSurface('boxes, scan station') },
]

async function takePictures(stage: Stage): Promise<void> {
  const userData = makeUserData()
  // The same computer for the data and for the desk that shows them.
  process.env['TAILBOARD_MACHINE'] = path.join(userData, 'machine')
  // The folder that exports go to stands in a picture.
  const home = path.join(tmpdir(), 'dispatch')
  await seedMorning(userData, stage)
  const opened = await openDesk({ userData, env: { HOME: home, USERPROFILE: home } })
  await opened.page.setViewportSize({ width: 1440, height: 900 })
  for (const { suffix, look } of looks) {
    await showLook(opened.page, look)
    for (const { name, show } of pictures.filter((each) => each.stage === stage)) {
      await show(opened, look.language)
      await settle(opened.page)
      await opened.page.screenshot({ path: path.join(folder, `${name}-${suffix}.png`) })
    }
  }
  await opened.close()
  removeUserData(home)
}

mkdirSync(folder, { recursive: true })
await takePictures('files')
await takePictures('lively')
