import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import http from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { unzipSync } from 'fflate'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumFlags, findChromium } from '../support/chromium.ts'
import { getProcessStamp, waitForProcessEnd } from '../support/process-stamp.ts'
import { writeFreightFile } from '../support/sample-files.ts'
import { makeUserData, removeUserData } from './support/open-desk.ts'
import { patience, waitUntil } from './support/wait-until.ts'

const entry = path.resolve(import.meta.dirname, '../../out/main/browser-host.js')
const home = makeUserData()
const running: ChildProcess[] = []

interface Host {
  child: ChildProcess
  /** With the token that is good for one entry. */
  url: URL
}

/** The built host as a process of its own, on the Node that runs this test. */
async function startHost(): Promise<Host> {
  const child = spawn(process.execPath, [entry], {
    env: { ...process.env, TAILBOARD_HOME: home, TAILBOARD_NO_BROWSER: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.push(child)
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { child, url: new URL(line) }
}

interface Answer {
  status: number
  headers: http.IncomingHttpHeaders
  text: string
}

/** A request word for word: the path is sent as it is written, and every header can be forged. */
function send(
  host: Host,
  target: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({
      host: '127.0.0.1',
      port: host.url.port,
      path: target,
      method,
      headers: { host: host.url.host, ...headers },
      setHost: false,
    })
    request.once('error', reject)
    request.once('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.once('end', () => resolve({ status: response.statusCode!, headers: response.headers, text }))
    })
    request.end(method === 'POST' ? '["app.state",{}]' : undefined)
  })
}

const statusOf = async (...request: Parameters<typeof send>): Promise<number> =>
  (await send(...request)).status

const isAccepted = (address: string, port: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: address, port: Number(port) })
    const settle = (isOpen: boolean) => {
      socket.destroy()
      resolve(isOpen)
    }
    socket.setTimeout(2_000, () => settle(false))
    socket.once('connect', () => settle(true))
    socket.once('error', () => settle(false))
  })

afterAll(async () => {
  for (const child of running.filter(
    ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
  )) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  removeUserData(home)
})

describe('the desk in a browser', () => {
  let host: Host
  let browser: Browser
  let page: Page
  const faults: string[] = []
  const requests: string[] = []

  beforeAll(async () => {
    host = await startHost()
    browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags, headless: true })
    const context = await browser.newContext({ locale: 'en-US', acceptDownloads: true })
    context.setDefaultTimeout(patience)
    context.on('request', (request) => requests.push(request.url()))
    page = await context.newPage()
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    await page.goto(host.url.href)
    return () => browser.close()
  })

  test('opens by its one link, which then stands nowhere in the address', async () => {
    await page.getByRole('heading', { name: 'No shipments yet' }).waitFor()
    await page.getByRole('button', { name: 'Try a practice morning first' }).waitFor()
    expect(page.url()).toBe(`${host.url.origin}/index.html`)
    const cookies = await page.context().cookies()
    expect(cookies).toMatchObject([{ name: 'tailboard', httpOnly: true, sameSite: 'Strict' }])
    expect(await page.evaluate(() => document.cookie)).toBe('')
  })

  test('imports a file that is uploaded', async () => {
    const file = writeFreightFile(home, 'Northlake 1123.csv', 6)
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: /Import files/ }).click()
    await (await chooser).setFiles([file])
    const client = page.getByRole('combobox')
    await client.fill('Northlake Outdoor')
    await client.press('Enter')
    await page.locator('.import-file', { hasText: 'Northlake Outdoor' }).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: /Incomplete/ }).click()
    await waitUntil(async () => (await page.locator('.grid-row').count()) === 6, 'six shipments are listed')
  })

  test('gives an export as a ZIP to download', async () => {
    await page.evaluate(async () => {
      const call = (name: string, input: object) =>
        window.tailboard.call(name as 'app.state', { opId: crypto.randomUUID(), ...input } as never)
      await call('carrier.save', {
        name: 'Own fleet',
        kind: 'own_fleet',
        scac: 'OWN81',
        amazonName: 'OTHER',
        strategy: 'per_shipment',
        courier: null,
        isActive: true,
      })
      await call('block.add', {
        carrierId: 1,
        prefix: '',
        width: 9,
        first: 810_020_000,
        last: 810_020_999,
        checkMethod: 'luhn',
      })
    })
    await page.keyboard.press('F6')
    const apply = page.locator('.ui-side-panel-footer [data-variant=primary]')
    await waitUntil(() => apply.isEnabled(), 'there is something to assign')
    await page.keyboard.press('Control+Enter')
    await apply.waitFor({ state: 'detached' })
    await page.keyboard.press('F9')
    const write = page.locator('.export-actions button')
    await waitUntil(() => write.isEnabled(), 'there is something to export')
    await write.click()
    const link = page.getByRole('link', { name: 'Download ZIP' })
    await page.locator('.export-result').waitFor()
    expect(await link.count()).toBe(1)
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    const zip = unzipSync(readFileSync(await download.path()))
    const names = Object.keys(zip)
    expect(names.filter((name) => name.endsWith('manifest.json'))).toHaveLength(1)
    expect(names.some((name) => name.endsWith('Northlake Outdoor/PRO-list.xlsx'))).toBe(true)
    expect(download.suggestedFilename()).toMatch(/\.zip$/)
  })

  test('asks for nothing but its own files, and nothing goes wrong', () => {
    expect(requests.length).toBeGreaterThan(3)
    expect(
      requests.filter((url) => !url.startsWith(`${host.url.origin}/`) && !/^(data|blob):/.test(url)),
    ).toEqual([])
    expect(faults).toEqual([])
  })

  describe('turns away', () => {
    let cookie: string
    beforeAll(async () => {
      const [entered] = await page.context().cookies()
      cookie = `${entered!.name}=${entered!.value}`
    })

    test('whoever comes with a link that was used, or with a guessed one', async () => {
      expect(await statusOf(host, `${host.url.pathname}${host.url.search}`)).toBe(403)
      expect(await statusOf(host, `/enter?token=${'0'.repeat(48)}`)).toBe(403)
      expect(await statusOf(host, '/enter')).toBe(403)
    })

    test('whoever has no cookie or another one', async () => {
      for (const target of ['/', '/index.html', '/bridge.js', '/events', '/download/x/y.zip'])
        expect([target, await statusOf(host, target)]).toEqual([target, 403])
      expect(await statusOf(host, '/call', {}, 'POST')).toBe(403)
      expect(await statusOf(host, '/call', { cookie: `tailboard=${'0'.repeat(48)}` }, 'POST')).toBe(403)
      expect(await statusOf(host, '/call', { cookie }, 'POST')).toBe(200)
    })

    test('a name of another host, as a rebound name would send it', async () => {
      const names = [
        'example.com',
        `localhost:${host.url.port}`,
        `127.0.0.1.example.com:${host.url.port}`,
        '127.0.0.1',
      ]
      for (const name of names) {
        expect([name, await statusOf(host, '/index.html', { cookie, host: name })]).toEqual([name, 403])
        expect([name, await statusOf(host, '/call', { cookie, host: name }, 'POST')]).toEqual([name, 403])
      }
    })

    test('another site, whether it says so by Origin or by Sec-Fetch-Site', async () => {
      const foreign = [
        { origin: 'https://example.com' },
        { origin: 'null' },
        { origin: `http://localhost:${host.url.port}` },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
      ]
      for (const headers of foreign) {
        expect(await statusOf(host, '/call', { cookie, ...(headers as object) }, 'POST')).toBe(403)
        expect(await statusOf(host, '/index.html', { cookie, ...(headers as object) })).toBe(403)
      }
    })

    test('paths that lead out of its files', async () => {
      const tricks = [
        '/..%2f..%2fpackage.json',
        '/%2e%2e/%2e%2e/package.json',
        '/..%5c..%5cpackage.json',
        '/../../package.json',
        '/assets/../../main/browser-host.js',
        '//etc/hostname',
        '/tailboard.db',
        '/download/../../package.json',
        '/index.html%00.js',
      ]
      for (const trick of tricks)
        expect([trick, await statusOf(host, trick, { cookie })]).toEqual([trick, 404])
    })

    test('calls that are for doors', async () => {
      const answer = await page.evaluate(() =>
        window.tailboard.call('file.offer' as 'app.state', { path: '/etc/hostname' } as never),
      )
      expect(answer).toEqual({ ok: false, problem: { kind: 'not-allowed', name: 'file.offer' } })
    })
  })

  test('sends a policy without exceptions with everything', async () => {
    const { headers } = await send(host, '/nothing')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).not.toContain('unsafe-')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cache-control']).toBe('no-store')
  })

  test('listens on this machine alone', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ address }) => address !== '127.0.0.1')
      // A link-local address means nothing without its interface.
      .filter(({ address }) => !address.startsWith('fe80:'))
      .map(({ address }) => address)
    expect(await isAccepted('127.0.0.1', host.url.port)).toBe(true)
    for (const address of [...others, '::1'])
      expect([address, await isAccepted(address, host.url.port)]).toEqual([address, false])
  })
})

describe('a host that dies', () => {
  test('takes its engine with it, keeps what was stored, and starts again at once with a new link', async () => {
    const last = running.at(-1)!
    last.kill('SIGKILL')
    await once(last, 'exit')
    const again = await startHost()
    const engines = getChildren(again.child.pid!)
    again.child.kill('SIGKILL')
    await once(again.child, 'exit')
    for (const engine of engines) await waitForProcessEnd(engine, patience)
    const third = await startHost()
    const entered = await send(third, `${third.url.pathname}${third.url.search}`)
    expect(entered.status).toBe(303)
    const cookie = entered.headers['set-cookie']![0]!.split(';')[0]!
    const state = JSON.parse((await send(third, '/call', { cookie }, 'POST')).text) as {
      value: { shipments: number }
    }
    expect(state.value.shipments).toBe(6)
  })

  test('ends in good order when it is asked to, and leaves no uploaded file behind', async () => {
    const last = running.at(-1)!
    const engines = getChildren(last.pid!)
    last.kill('SIGTERM')
    expect(await once(last, 'exit')).toEqual([0, null])
    for (const engine of engines) await waitForProcessEnd(engine, patience)
    expect(engines.map(getProcessStamp)).toEqual(engines.map(() => null))
    expect(readdirSync(home)).not.toContain('uploads')
  })

  /** Only Linux lists them in files; elsewhere the lock of the database speaks for them. */
  function getChildren(pid: number): number[] {
    if (process.platform !== 'linux') return []
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return children
      .split(' ')
      .filter((each) => each !== '')
      .map(Number)
  }
})
