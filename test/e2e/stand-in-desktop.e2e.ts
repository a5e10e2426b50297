import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { launchFixtureApp } from '../support/fixture-app.ts'
import { findElectron, type RunningDesk } from '../support/launch.ts'
import { getProcessStamp, waitForProcessEnd } from '../support/process-stamp.ts'

const patient = { timeout: 15_000 }
const folder = mkdtempSync(path.join(tmpdir(), 'stand-in-'))

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

const isStandIn = findElectron() === null
const getChildren = (app: RunningDesk) =>
  app.evaluate(() => [fixtureApp.children.one.pid, fixtureApp.children.two.pid])

describe('the desktop of an app in the stand-in', () => {
  let app: RunningDesk
  let page: Page
  const userData = path.join(folder, 'data')
  const seen = () => app.evaluate(() => fixtureApp.seen)
  const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  const setTheme = (theme: 'dark' | 'light') =>
    app.evaluate(
      ({ nativeTheme }, source) =>
        new Promise<boolean>((resolve) => {
          nativeTheme.once('updated', () => resolve(nativeTheme.shouldUseDarkColors))
          nativeTheme.themeSource = source
        }),
      theme,
    )

  beforeAll(async () => {
    app = await launchFixtureApp({ userData, locale: 'zh-CN' })
    page = app.page
  })
  afterAll(() => app.close())

  test('a page of the app scheme has its headers enforced and its workers served', async () => {
    const status = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const worker = new Worker('/worker.js', { type: 'module' })
          worker.addEventListener('message', ({ data }) => resolve(data))
        }),
    )
    expect(status).toBe(200)
    expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(true)
    const blocked = await page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective))
          document.body.append(Object.assign(document.createElement('img'), { src: 'x.png' }))
        }),
    )
    expect(blocked).toBe('img-src')
  })

  test('what the main process copies is pasted in the page', async () => {
    await page.evaluate(() => window.fixturePage.invoke('copy', '400014700213\tFTW1'))
    await page.getByLabel('notes').focus()
    await page.keyboard.press('ControlOrMeta+V')
    expect(await page.getByLabel('notes').inputValue()).toBe('400014700213\tFTW1')
  })

  test('what the page copies is read in the main process, and reading it changes nothing in the page', async () => {
    await page.getByLabel('notes').fill('单号 12')
    await page.getByLabel('notes').selectText()
    await page.keyboard.press('ControlOrMeta+C')
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('单号 12')
    expect(await page.getByLabel('notes').inputValue()).toBe('单号 12')
  })

  test('a menu item is found by its id, with its accelerator, and clicked', async () => {
    const accelerator = await app.evaluate(({ Menu }) => {
      const item = Menu.getApplicationMenu()!.getMenuItemById('mark')!
      item.click()
      return item.accelerator
    })
    expect(accelerator).toBe('CmdOrCtrl+1')
    expect(await app.evaluate(() => fixtureApp.isMarked)).toBe(true)
  })

  test('the theme of the app is the theme of its page', async () => {
    expect(await setTheme('dark')).toBe(true)
    await expect.poll(isDark, patient).toBe(true)
    expect(await setTheme('light')).toBe(false)
    await expect.poll(isDark, patient).toBe(false)
  })

  test('the language given at the start is the language of app and page', async () => {
    expect(await app.evaluate(({ app: electronApp }) => electronApp.getLocale())).toBe('zh-CN')
    const inPage = await page.evaluate(() => [
      navigator.language,
      new Intl.NumberFormat().resolvedOptions().locale,
    ])
    expect(inPage).toEqual(['zh-CN', 'zh-CN'])
  })

  test('a window follows the title of its page and knows its bounds', async () => {
    await expect
      .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle()), patient)
      .toBe('Stand-in page')
    const bounds = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds())
    expect(bounds).toMatchObject({ width: 1000, height: 700 })
  })

  test('a page prints to PDF', async () => {
    const head = await app.evaluate(async ({ BrowserWindow }) => {
      const pdf = await BrowserWindow.getAllWindows()[0]!.webContents.printToPDF({ pageSize: 'A4' })
      return pdf.subarray(0, 5).toString('latin1')
    })
    expect(head).toBe('%PDF-')
  })

  test('a second start of the app is turned away and heard of by the first', async () => {
    await expect(launchFixtureApp({ userData, args: ['--open=today'] })).rejects.toThrow(/./)
    await expect.poll(async () => (await seen()).secondInstance?.data, patient).toEqual({ started: 'again' })
    expect((await seen()).secondInstance!.argv).toContain('--open=today')
  })

  test('a dialog is answered by the test', async () => {
    const picked = await app.evaluate(async ({ dialog }, file) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] })
      return (await dialog.showOpenDialog({ properties: ['openFile'] })).filePaths
    }, '面单.csv')
    expect(picked).toEqual(['面单.csv'])
  })

  test.runIf(isStandIn)('what is asked of the desktop is kept for the test', async () => {
    const asked = await app.evaluate(async ({ Notification, shell, standIn }) => {
      new Notification({ title: 'Import', body: '500 boxes' }).show()
      await shell.openExternal('https://example.com/manual')
      return [standIn!.notifications, standIn!.openedUrls]
    })
    expect(asked).toEqual([[{ title: 'Import', body: '500 boxes' }], ['https://example.com/manual']])
  })

  test.runIf(isStandIn)('what is not there says so', async () => {
    const refusal = await app
      .evaluate(({ safeStorage }) => safeStorage.isEncryptionAvailable())
      .catch((error: Error) => error.message)
    expect(refusal).toContain('stand-in: safeStorage.isEncryptionAvailable is not implemented')
  })
})

describe('the life of an app in the stand-in', () => {
  test('a killed app leaves no child behind, and starts again on the same folder at once', async () => {
    const userData = path.join(folder, 'killed')
    const app = await launchFixtureApp({ userData })
    const pids = await getChildren(app)
    await app.kill()
    expect(getProcessStamp(app.pid)).toBeNull()
    const again = await launchFixtureApp({ userData })
    await Promise.all(pids.map((pid) => waitForProcessEnd(pid, 5000)))
    expect(await again.page.evaluate(() => typeof window.fixturePage.invoke)).toBe('function')
    await again.close()
  })

  test('the page and the children of a main process that dies end by themselves', async () => {
    const app = await launchFixtureApp({ userData: path.join(folder, 'died') })
    const pids = await getChildren(app)
    const closed = app.page.waitForEvent('close')
    process.kill(app.pid, 'SIGKILL')
    await closed
    await Promise.all(pids.map((pid) => waitForProcessEnd(pid, 5000)))
    expect(pids.map(getProcessStamp)).toEqual([null, null])
    await app.kill()
  })

  test('a closed app quits, keeps what its page stored and leaves no child behind', async () => {
    const userData = path.join(folder, 'closed')
    const app = await launchFixtureApp({ userData })
    const pids = await getChildren(app)
    await app.page.evaluate(() => localStorage.setItem('kept', 'yes'))
    await app.close()
    await Promise.all([app.pid, ...pids].map((pid) => waitForProcessEnd(pid, 5000)))
    const again = await launchFixtureApp({ userData })
    expect(await again.page.evaluate(() => localStorage.getItem('kept'))).toBe('yes')
    await again.close()
  })
})
