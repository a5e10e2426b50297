import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { dropFiles } from '../support/drop-files.ts'
import { launchDesk, type LaunchOptions, type RunningDesk } from '../support/launch.ts'
import { getProcessStamp, waitForProcessEnd } from '../support/process-stamp.ts'

interface Desk {
  platform: string
  invoke(channel: string, value?: unknown): Promise<{ value: unknown; sender: unknown }>
  double(value: number): number
  getPaths(files: File[]): string[]
  onNews(listener: (news: unknown) => void): () => void
  talk(text: string): Promise<string>
}

interface Seen {
  secondInstance: { argv: string[]; data: unknown } | null
  navigations: string[]
  opened: string[]
  requests: string[]
  downloads: number
}

interface Child {
  pid: number
  postMessage(message: unknown): void
  on(event: 'message' | 'exit', listener: (value: never) => void): void
}

declare global {
  var desk: Desk
  var seen: Seen
  var children: { one: Child; two: Child }
  var marked: boolean
  var heard: unknown[]
}

const root = path.resolve(import.meta.dirname, '../fixtures/stand-in-app')
const folder = mkdtempSync(path.join(tmpdir(), 'stand-in-'))
const launch = (options: Partial<LaunchOptions> & { userData: string }) => launchDesk({ root, ...options })

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

describe('an app in the stand-in', () => {
  let app: RunningDesk
  let page: Page
  const userData = path.join(folder, 'first')
  const seen = () => app.evaluate(() => globalThis.seen)

  beforeAll(async () => {
    app = await launch({ userData, locale: 'zh-CN' })
    page = app.page
  })
  afterAll(() => app.close())

  describe('between page and main process', () => {
    test('an invoked handler gets its argument and the frame it comes from', async () => {
      const answer = await page.evaluate(() => window.desk.invoke('echo', { boxIds: ['FBA15DJ8K4ZTU000001'] }))
      expect(answer).toEqual({
        value: { boxIds: ['FBA15DJ8K4ZTU000001'] },
        sender: { url: 'app://main/index.html', origin: 'app://main', parent: null },
      })
    })

    test('values keep their types both ways', async () => {
      const kinds = await page.evaluate(async () => {
        const sent = [new Date(0), new Map([[1n, undefined]]), new Set(['a']), new Float32Array([0.5]), -0]
        const { value } = await window.desk.invoke('echo', sent)
        const [date, map, set, array, zero] = value as [Date, Map<bigint, unknown>, Set<string>, Float32Array, number]
        return [
          date.toISOString(),
          map.get(1n) === undefined && map.has(1n),
          set.has('a'),
          array instanceof Float32Array && array[0],
          Object.is(zero, -0),
        ]
      })
      expect(kinds).toEqual(['1970-01-01T00:00:00.000Z', true, true, 0.5, true])
    })

    test('a failed handler rejects with the words Electron uses', async () => {
      const message = await page.evaluate(() => window.desk.invoke('fail').catch((error: Error) => error.message))
      expect(message).toBe("Error invoking remote method 'fail': Error: no such shipment")
    })

    test('a synchronous message has its answer at once', async () => {
      expect(await page.evaluate(() => window.desk.double(21))).toBe(42)
    })

    test('an event reaches a listener until it is taken off', async () => {
      await page.evaluate(() => {
        globalThis.heard = []
        const stop = window.desk.onNews((news) => {
          globalThis.heard.push(news)
          stop()
        })
      })
      await app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows()
        window!.webContents.send('news', 'first')
        window!.webContents.send('news', 'second')
      })
      await page.waitForFunction(() => globalThis.heard.length > 0)
      await page.evaluate(() => window.desk.invoke('echo'))
      expect(await page.evaluate(() => globalThis.heard)).toEqual(['first'])
    })

    test('a port of the page carries messages to the main process and back', async () => {
      expect(await page.evaluate(() => window.desk.talk('hello'))).toBe('main heard hello')
    })

    test('the page sees the exposed functions, frozen, and nothing of the preload', async () => {
      const sight = await page.evaluate(() => ({
        exposed: Object.keys(window.desk),
        isFrozen: Object.isFrozen(window.desk),
        require: typeof Reflect.get(globalThis, 'require'),
        process: typeof Reflect.get(globalThis, 'process'),
        post: typeof Reflect.get(globalThis, '__standInPost'),
      }))
      expect(sight).toEqual({
        exposed: ['platform', 'invoke', 'double', 'getPaths', 'onNews', 'talk'],
        isFrozen: true,
        require: 'undefined',
        process: 'undefined',
        post: 'undefined',
      })
    })
  })

  describe('files', () => {
    const files = ['面单 1.csv', 'boxes.xlsx'].map((name) => path.join(folder, name))

    beforeAll(() => {
      for (const file of files) writeFileSync(file, 'x')
    })

    test('files chosen in an input have their paths in the preload', async () => {
      await page.getByLabel('files').setInputFiles(files)
      expect(await page.locator('#paths').textContent()).toBe(files.join('\n'))
    })

    test('dropped files have their paths in the preload', async () => {
      await dropFiles(page.locator('#drop'), [files[0]!])
      expect(await page.locator('#paths').textContent()).toBe(files[0])
    })

    test('a file made by a script has no path', async () => {
      expect(await page.evaluate(() => window.desk.getPaths([new File(['x'], 'made.csv')]))).toEqual([''])
    })
  })

  describe('utility processes', () => {
    test('two of them talk through a channel the main process gave them', async () => {
      const heard = await app.evaluate(() => {
        const answer = new Promise((resolve) => globalThis.children.two.on('message', resolve))
        globalThis.children.one.postMessage({ kind: 'say', value: { trackingIds: new Set(['1Z999AA10123456784']) } })
        return answer
      })
      expect(heard).toEqual({ name: 'two', heard: { trackingIds: new Set(['1Z999AA10123456784']) } })
    })

    test('the end of one closes the port of the other and reports its exit code', async () => {
      const [heard, code] = await app.evaluate(() => {
        const { one, two } = globalThis.children
        const closed = new Promise((resolve) => one.on('message', resolve))
        const exited = new Promise((resolve) => two.on('exit', resolve))
        two.postMessage({ kind: 'end' })
        return Promise.all([closed, exited])
      })
      expect([heard, code]).toEqual([{ name: 'one', heard: 'close' }, 3])
    })
  })

  describe('what a page may not do', () => {
    test('window.open gives null when the app denies it', async () => {
      expect(await page.evaluate(() => window.open('https://example.com/open') === null)).toBe(true)
      expect((await seen()).opened).toContain('https://example.com/open')
    })

    test('a link to a new window opens none', async () => {
      await page.locator('#link').click()
      await expect.poll(async () => (await seen()).opened).toContain('https://example.com/link')
      expect(page.context().pages()).toEqual([page])
    })

    test('a navigation that the app prevents leaves the page where it was', async () => {
      await page.evaluate(() => {
        window.location.href = 'https://example.com/away'
      })
      await expect.poll(async () => (await seen()).navigations).toContain('https://example.com/away')
      expect(await page.evaluate(() => window.desk.double(1))).toBe(2)
      expect((await seen()).requests).not.toContain('https://example.com/away')
    })

    test('a request that webRequest cancels fails', async () => {
      const outcome = await page.evaluate(() =>
        fetch('https://example.com/data', { mode: 'no-cors' }).then(
          () => 'answered',
          () => 'failed',
        ),
      )
      expect(outcome).toBe('failed')
    })

    test('a download that the app prevents is heard of and goes nowhere', async () => {
      await page.locator('#download').click()
      await expect.poll(async () => (await seen()).downloads).toBe(1)
    })

    test('a permission is what the app answers', async () => {
      const outcomes = await page.evaluate(async () => {
        const ask = async (name: string) =>
          (await navigator.permissions.query({ name: name as PermissionName })).state
        const written = await navigator.clipboard.writeText('PRO').then(
          () => 'written',
          () => 'refused',
        )
        return [await ask('geolocation'), await ask('notifications'), await ask('clipboard-read'), written]
      })
      expect(outcomes).toEqual(['denied', 'denied', 'denied', 'written'])
    })
  })

  describe('the desktop', () => {
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
      await page.evaluate(() => window.desk.invoke('copy', '400014700213\tFTW1'))
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
      expect(await app.evaluate(() => globalThis.marked)).toBe(true)
    })

    test('the theme of the app is the theme of its page', async () => {
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
      expect(await setTheme('dark')).toBe(true)
      await expect.poll(isDark).toBe(true)
      expect(await setTheme('light')).toBe(false)
      await expect.poll(isDark).toBe(false)
    })

    test('the language given at the start is the language of app and page', async () => {
      expect(await app.evaluate(({ app: electronApp }) => electronApp.getLocale())).toBe('zh-CN')
      const inPage = await page.evaluate(() => [navigator.language, new Intl.NumberFormat().resolvedOptions().locale])
      expect(inPage).toEqual(['zh-CN', 'zh-CN'])
    })

    test('a window follows the title of its page and knows its bounds', async () => {
      await expect
        .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle()))
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
      await expect(launch({ userData, args: ['--open=today'] })).rejects.toThrow(/ended/)
      await expect.poll(async () => (await seen()).secondInstance?.data).toEqual({ started: 'again' })
      expect((await seen()).secondInstance!.argv).toContain('--open=today')
    })

    test.runIf(process.env['ELECTRON_BINARY'] === undefined)('what is not there says so', async () => {
      const refusal = await app
        .evaluate(({ safeStorage }) => safeStorage.isEncryptionAvailable())
        .catch((error: Error) => error.message)
      expect(refusal).toContain('stand-in: safeStorage.isEncryptionAvailable is not implemented')
    })
  })
})

describe('the life of an app in the stand-in', () => {
  const getChildren = (app: RunningDesk) =>
    app.evaluate(() => [globalThis.children.one.pid, globalThis.children.two.pid])

  test('a killed app leaves no child behind, and starts again on the same folder at once', async () => {
    const userData = path.join(folder, 'killed')
    const app = await launch({ userData })
    const pids = await getChildren(app)
    await app.page.evaluate(() => localStorage.setItem('kept', 'yes'))
    await app.kill()
    expect(getProcessStamp(app.pid)).toBeNull()
    const again = await launch({ userData })
    await Promise.all(pids.map((pid) => waitForProcessEnd(pid, 5000)))
    expect(await again.page.evaluate(() => typeof window.desk.invoke)).toBe('function')
    await again.close()
  })

  test('a closed app quits, keeps what its page stored and leaves no child behind', async () => {
    const userData = path.join(folder, 'closed')
    const app = await launch({ userData })
    const pids = await getChildren(app)
    await app.page.evaluate(() => localStorage.setItem('kept', 'yes'))
    await app.close()
    await Promise.all([app.pid, ...pids].map((pid) => waitForProcessEnd(pid, 5000)))
    const again = await launch({ userData })
    expect(await again.page.evaluate(() => localStorage.getItem('kept'))).toBe('yes')
    await again.close()
  })
})
