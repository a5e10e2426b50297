import path from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { getTranslate } from '../../shared/locales/translate.ts'
import { callFromPage, type DeskUnderTest, makeUserData, openDesk } from './support/open-desk.ts'
import { seedMorning } from './support/seed-morning.ts'
import { surfaces } from './support/surfaces.ts'
import { waitUntil } from './support/wait-until.ts'

const preload = path.resolve(import.meta.dirname, '../../out/preload/preload.cjs')

let opened: DeskUnderTest
let page: Page
/** app://main, under the name that the door gives it. */
let origin: string
const requests: string[] = []

beforeAll(async () => {
  const userData = makeUserData()
  await seedMorning(userData, 'lively')
  opened = await openDesk({ userData })
  page = opened.page
  origin = await page.evaluate(() => location.origin)
  page.context().on('request', (request) => requests.push(request.url()))
  await page.reload()
  await page.locator('.grid-row').first().waitFor()
  return () => opened.close()
})

describe('the page of the desk', () => {
  test('has the bridge and nothing of Node or Electron', async () => {
    const sight = await page.evaluate(() => ({
      node: ['require', 'process', 'module', 'global', 'Buffer', 'electron', 'ipcRenderer'].filter(
        (name) => Reflect.get(globalThis, name) !== undefined,
      ),
      isFrozen: Object.isFrozen(window.tailboard),
      bridge: Object.keys(window.tailboard).toSorted(),
    }))
    expect(sight).toEqual({
      node: [],
      isFrozen: true,
      bridge: [
        'call',
        'cancel',
        'locale',
        'offerFiles',
        'on',
        'onCommand',
        'pickFiles',
        'pickFolder',
        'platform',
      ],
    })
  })

  test('may not make the calls that are for doors, nor calls that do not exist', async () => {
    for (const name of ['file.offer', 'folder.offer'])
      expect(await callFromPage(page, name, { path: '/etc/hostname' })).toEqual({
        ok: false,
        problem: { kind: 'not-allowed', name },
      })
    for (const name of ['constructor', '__proto__', 'file.read'])
      expect(await callFromPage(page, name, {})).toEqual({
        ok: false,
        problem: { kind: 'unknown-call', name },
      })
  })

  test('cannot name a path, guess a token or send what the contract does not know', async () => {
    const refusals = [
      ['import.open', { files: ['/etc/hostname'] }],
      ['import.open', { files: ['0'.repeat(32)] }],
      ['export.run', { opId: 'operation-1', folder: '../../elsewhere' }],
      ['export.run', { opId: 'operation-2', folder: 'f'.repeat(32) }],
      ['app.state', { extra: true }],
    ] as const
    const kinds: string[] = []
    for (const [name, input] of refusals) {
      const answer = (await callFromPage(page, name, input)) as { ok: boolean; problem: { kind: string } }
      kinds.push(answer.ok ? 'done' : answer.problem.kind)
    }
    expect(kinds).toEqual(['bad-input', 'token-unknown', 'bad-input', 'token-unknown', 'bad-input'])
  })

  test('learns the names of offered files and never their paths', async () => {
    const offered = await page.evaluate(() => window.tailboard.offerFiles([new File(['x'], 'made-up.csv')]))
    expect(offered).toEqual([])
  })

  test('opens no window', async () => {
    expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
    expect(await page.evaluate(() => window.open('/index.html') === null)).toBe(true)
    expect(page.context().pages()).toEqual([page])
  })

  test('goes nowhere else', async () => {
    await page.evaluate(() => {
      window.location.href = 'https://example.com/away'
    })
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: '/other.html' })
      document.body.append(link)
      link.click()
      link.remove()
    })
    expect(await callFromPage(page, 'app.state', {})).toMatchObject({ ok: true })
    expect(page.url()).toBe(`${origin}/index.html`)
  })

  test('comes with a policy that lets no foreign code, style or connection in', async () => {
    const policy = await page.evaluate(async () => {
      const response = await fetch('/index.html')
      return response.headers.get('content-security-policy')
    })
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/unsafe-|\*|https?:|wss?:/)
    const refused = await page.evaluateHandle(() => {
      const directives = new Set<string>()
      document.addEventListener('securitypolicyviolation', (event) =>
        directives.add(event.effectiveDirective),
      )
      const script = Object.assign(document.createElement('script'), { textContent: 'window.hasRun = true' })
      const style = Object.assign(document.createElement('style'), { textContent: 'body { color: red }' })
      const frame = Object.assign(document.createElement('iframe'), { src: 'https://example.com/' })
      document.head.append(script, style, frame)
      fetch('https://example.com/data').catch(() => undefined)
      return directives
    })
    const wanted = ['connect-src', 'frame-src', 'script-src-elem', 'style-src-elem']
    await waitUntil(
      async () =>
        (await refused.evaluate((directives) => [...directives].toSorted().join())) === wanted.join(),
      `the policy refuses ${wanted.join(', ')}`,
    )
    expect(await page.evaluate(() => Reflect.get(window, 'hasRun') === undefined)).toBe(true)
  })

  test('gets no file but its own', async () => {
    const statuses = await page.evaluate(async () => {
      const paths = [
        '../../package.json',
        '..%2f..%2fpackage.json',
        '%2e%2e/preload/preload.cjs',
        'tailboard.db',
        '',
      ]
      const answers = paths.map(async (each) => (await fetch(`/${each}`)).status)
      return Promise.all(answers)
    })
    expect(statuses).toEqual([404, 404, 404, 404, 404])
  })

  test('has no permission but to write to the clipboard', async () => {
    const states = await page.evaluate(async () => {
      const names: PermissionName[] = ['geolocation', 'notifications', 'camera', 'microphone']
      return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
    })
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied'])
  })
})

describe('a call', () => {
  test('from a page that is not ours is refused, though it has our preload', async () => {
    const answer = await opened.desk.evaluate(async ({ BrowserWindow }, file) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload: file, sandbox: true, contextIsolation: true, nodeIntegration: false },
      })
      await stranger.loadURL('about:blank')
      const said = (await stranger.webContents.executeJavaScript(
        `window.tailboard.call('app.state', {}).then(() => 'answered', (error) => error.message)`,
      )) as string
      stranger.destroy()
      return said
    }, preload)
    expect(answer).toContain('not our page')
  })

  test('from a frame within our page finds no bridge', async () => {
    const bridges = await page.evaluate(() => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const found = Reflect.get(frame.contentWindow!, 'tailboard') === undefined
      frame.remove()
      return found
    })
    expect(bridges).toBe(true)
  })
})

test('nothing leaves the desk: on all screens every request is for a file of its own', async () => {
  const t = getTranslate('zh-CN')
  requests.length = 0
  await page.reload()
  await page.locator('.grid-row').first().waitFor()
  for (const { show, leave } of surfaces) {
    await show(opened, t)
    await leave(page)
  }
  await waitUntil(async () => requests.length > 0, 'the page was asked for')
  expect(requests.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:'))).toEqual([])
})
