import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { dropFiles } from '../support/drop-files.ts'
import { launchFixtureApp } from '../support/fixture-app.ts'
import type { RunningDesk } from '../support/launch.ts'

const patient = { timeout: 15_000 }
const folder = mkdtempSync(path.join(tmpdir(), 'stand-in-'))

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

describe('an app in the stand-in', () => {
  let app: RunningDesk
  let page: Page
  const seen = () => app.evaluate(() => fixtureApp.seen)

  beforeAll(async () => {
    app = await launchFixtureApp({ userData: path.join(folder, 'data') })
    page = app.page
  })
  afterAll(() => app.close())

  describe('between page and main process', () => {
    test('an invoked handler gets its argument and the frame it comes from', async () => {
      const answer = await page.evaluate(() =>
        window.fixturePage.invoke('echo', { boxIds: ['FBA15DJ8K4ZTU000001'] }),
      )
      expect(answer).toEqual({
        value: { boxIds: ['FBA15DJ8K4ZTU000001'] },
        sender: { url: 'app://main/index.html', origin: 'app://main', parent: null },
      })
    })

    test('values keep their types both ways', async () => {
      const kinds = await page.evaluate(async () => {
        const sent = [new Date(0), new Map([[1n, undefined]]), new Set(['a']), new Float32Array([0.5]), -0]
        const { value } = await window.fixturePage.invoke('echo', sent)
        const [date, map, set, array, zero] = value as [
          Date,
          Map<bigint, unknown>,
          Set<string>,
          Float32Array,
          number,
        ]
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
      const message = await page.evaluate(() =>
        window.fixturePage.invoke('fail').catch((error: Error) => error.message),
      )
      expect(message).toBe("Error invoking remote method 'fail': Error: no such shipment")
    })

    test('a synchronous message has its answer at once', async () => {
      expect(await page.evaluate(() => window.fixturePage.double(21))).toBe(42)
    })

    test('an event reaches a listener until it is taken off', async () => {
      await page.evaluate(() => {
        window.fixtureNews = []
        const stop = window.fixturePage.onNews((news) => {
          window.fixtureNews.push(news)
          stop()
        })
      })
      await app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows()
        window!.webContents.send('news', 'first')
        window!.webContents.send('news', 'second')
      })
      await page.waitForFunction(() => window.fixtureNews.length > 0)
      await page.evaluate(() => window.fixturePage.invoke('echo'))
      expect(await page.evaluate(() => window.fixtureNews)).toEqual(['first'])
    })

    test('a port of the page carries messages to the main process and back', async () => {
      expect(await page.evaluate(() => window.fixturePage.talk('hello'))).toBe('main heard hello')
    })

    test('the page sees the exposed functions, frozen, and nothing of the preload', async () => {
      const sight = await page.evaluate(() => ({
        exposed: Object.keys(window.fixturePage),
        isFrozen: Object.isFrozen(window.fixturePage),
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
      await expect.poll(() => page.locator('#paths').textContent(), patient).toBe(files.join('\n'))
    })

    test('dropped files have their paths in the preload', async () => {
      await dropFiles(page.locator('#drop'), [files[0]!])
      await expect.poll(() => page.locator('#paths').textContent(), patient).toBe(files[0])
    })

    test('a file made by a script has no path', async () => {
      expect(await page.evaluate(() => window.fixturePage.getPaths([new File(['x'], 'made.csv')]))).toEqual([
        '',
      ])
    })
  })

  describe('utility processes', () => {
    test('two of them talk through a channel the main process gave them', async () => {
      const heard = await app.evaluate(() => {
        const answer = new Promise((resolve) => fixtureApp.children.two.on('message', resolve))
        fixtureApp.children.one.postMessage({
          kind: 'say',
          value: { sentAt: new Date(0) },
        })
        return answer
      })
      expect(heard).toEqual({ name: 'two', heard: { sentAt: new Date(0) } })
    })

    test('the end of one closes the port of the other and reports its exit code', async () => {
      const [heard, code] = await app.evaluate(() => {
        const { one, two } = fixtureApp.children
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
      await expect.poll(async () => (await seen()).opened, patient).toContain('https://example.com/link')
      expect(page.context().pages()).toEqual([page])
    })

    test('a navigation that the app prevents leaves the page where it was', async () => {
      await page.evaluate(() => {
        window.location.href = 'https://example.com/away'
      })
      await expect.poll(async () => (await seen()).navigations, patient).toContain('https://example.com/away')
      expect(await page.evaluate(() => window.fixturePage.double(1))).toBe(2)
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
      await expect.poll(async () => (await seen()).downloads, patient).toBe(1)
    })

    test('a permission is what the app answers', async () => {
      const states = await page.evaluate(() => {
        const names: PermissionName[] = ['geolocation', 'notifications', 'camera']
        return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
      })
      expect(states).toEqual(['denied', 'denied', 'denied'])
      await page.evaluate(() => navigator.clipboard.writeText('400014700213'))
      const reading = page.evaluate(() => navigator.clipboard.readText())
      await expect(reading).rejects.toThrow('Read permission denied')
    })
  })
})
