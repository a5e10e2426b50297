import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { networkInterfaces } from 'node:os'
import { unzipSync } from 'fflate'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumFlags, findChromium } from '../support/chromium.ts'
import { waitForProcessEnd } from '../support/process-stamp.ts'
import { writeFreightFile } from '../support/sample-files.ts'
import {
  endHost,
  getChildren,
  getStatus,
  type Host,
  isAccepted,
  send,
  startHost,
} from './support/host-process.ts'
import { callFromPage, makeUserData, removeUserData } from './support/open-desk.ts'
import { patience, waitUntil } from './support/wait-until.ts'

const home = makeUserData()
let host: Host

afterAll(async () => {
  await endHost(host, 'SIGKILL')
  removeUserData(home)
})

describe('the desk in a browser', () => {
  let browser: Browser
  let page: Page
  const faults: string[] = []
  const requests: string[] = []

  beforeAll(async () => {
    host = await startHost(home)
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
    expect(page.url()).toBe(`${host.url.origin}/index.html`)
    const cookies = await page.context().cookies()
    expect(cookies).toMatchObject([{ name: 'tailboard', httpOnly: true, sameSite: 'Strict' }])
    expect(await page.evaluate(() => document.cookie)).toBe('')
  })

  test('has the practice morning, and goes back from it', async () => {
    await page.getByRole('button', { name: 'Try a practice morning first' }).click()
    await page.locator('.import-file').nth(13).waitFor()
    await page.getByRole('button', { name: 'Back to my data' }).click()
    await page.locator('.practice-banner').waitFor({ state: 'detached' })
    await page.keyboard.press('Alt+3')
    await page.getByRole('heading', { name: 'No shipments yet' }).waitFor()
  })

  test('imports a file that is uploaded', async () => {
    await callFromPage(page, 'carrier.save', {
      opId: 'test-carrier',
      name: 'Own fleet',
      kind: 'own_fleet',
      scac: 'OWN81',
      amazonName: 'OTHER',
      strategy: 'per_shipment',
      courier: null,
      isActive: true,
    })
    const block = { prefix: '', width: 9, first: 810_020_000, last: 810_020_999, checkMethod: 'luhn' }
    await callFromPage(page, 'block.add', { opId: 'test-block', carrierId: 1, ...block })
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

  test('gives a file with questions for its client to download, and watches no folder', async () => {
    const file = path.join(home, 'Northlake boxes.csv')
    const head = 'FBA Shipment ID,FBA Box ID,FC,Mode,Tracking ID'
    writeFileSync(file, `${head}\nFBA19T900001,FBA19T900001U000001,ONT8,SPD,4.00015E+11\n`)
    const chooser = page.waitForEvent('filechooser')
    await page.keyboard.press('Control+o')
    await (await chooser).setFiles([file])
    await page.getByRole('button', { name: 'Return to client' }).waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+b')])
    expect(download.suggestedFilename()).toBe('Northlake boxes questions.csv')
    expect(readFileSync(await download.path(), 'utf8')).toContain('E2: 4.00015E+11 has lost digits')
    expect(await callFromPage(page, 'watch.get', {})).toMatchObject({ value: { canWatch: false } })
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
      expect(await getStatus(host, `${host.url.pathname}${host.url.search}`)).toBe(403)
      expect(await getStatus(host, `/enter?token=${'0'.repeat(48)}`)).toBe(403)
      expect(await getStatus(host, '/enter')).toBe(403)
    })

    test('whoever has no cookie or another one', async () => {
      for (const target of ['/', '/index.html', '/bridge.js', '/events', '/download/x/y.zip'])
        expect([target, await getStatus(host, target)]).toEqual([target, 403])
      expect(await getStatus(host, '/call', {}, 'POST')).toBe(403)
      expect(await getStatus(host, '/call', { cookie: `tailboard=${'0'.repeat(48)}` }, 'POST')).toBe(403)
      expect(await getStatus(host, '/call', { cookie }, 'POST')).toBe(200)
    })

    test('a name of another host, as a rebound name would send it', async () => {
      const names = [
        'example.com',
        `localhost:${host.url.port}`,
        `127.0.0.1.example.com:${host.url.port}`,
        '127.0.0.1',
      ]
      for (const name of names) {
        expect([name, await getStatus(host, '/index.html', { cookie, host: name })]).toEqual([name, 403])
        expect([name, await getStatus(host, '/call', { cookie, host: name }, 'POST')]).toEqual([name, 403])
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
        expect(await getStatus(host, '/call', { cookie, ...(headers as object) }, 'POST')).toBe(403)
        expect(await getStatus(host, '/index.html', { cookie, ...(headers as object) })).toBe(403)
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
        expect([trick, await getStatus(host, trick, { cookie })]).toEqual([trick, 404])
    })

    test('calls that are for doors', async () => {
      const answer = await callFromPage(page, 'file.offer', { path: '/etc/hostname' })
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

describe('a host that ends', () => {
  test('by force takes its engine with it, keeps what was stored, and starts again at once with a new link', async () => {
    const engines = getChildren(host)
    await endHost(host, 'SIGKILL')
    host = await startHost(home)
    for (const engine of engines) await waitForProcessEnd(engine, patience)
    const entered = await send(host, `${host.url.pathname}${host.url.search}`)
    expect(entered.status).toBe(303)
    const cookie = entered.headers['set-cookie']![0]!.split(';')[0]!
    const state = JSON.parse((await send(host, '/call', { cookie }, 'POST')).text) as {
      value: { shipments: number }
    }
    expect(state.value.shipments).toBe(6)
  })

  test('when it is asked to leaves in good order, and no uploaded file behind', async () => {
    const engines = getChildren(host)
    expect(await endHost(host, 'SIGTERM')).toEqual([0, null])
    for (const engine of engines) await waitForProcessEnd(engine, patience)
    expect(readdirSync(home)).not.toContain('uploads')
  })
})
