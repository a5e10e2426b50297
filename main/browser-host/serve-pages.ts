import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, rmSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fail } from '../../shared/result.ts'
import type { Engine } from '../engine/engine.ts'
import { fileLimits } from '../files/file-limits.ts'
import { loadRendererFiles, pageHeaders } from '../page/renderer-files.ts'
import { bridgeScript } from './bridge-script.ts'

const callLimit = 32 * 1024 * 1024

export interface PageHost {
  url: string
  close(): void
}

/**
 * The built page and the contract on loopback HTTP. The URL's token is taken once and exchanged for a cookie that no
 * script and no other site can read; Host and Origin are checked on every request.
 */
export async function servePages(
  engine: Engine,
  rendererFolder: string,
  uploadFolder: string,
): Promise<PageHost> {
  const files = loadRendererFiles(rendererFolder)
  const entryToken = randomBytes(24).toString('hex')
  const session = randomBytes(24).toString('hex')
  const streams = new Set<ServerResponse>()
  const downloads = new Map<string, string>()
  let port = 0
  let isEntered = false
  rmSync(uploadFolder, { recursive: true, force: true })

  const server = createServer((request, response) => {
    void answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  const stopEvents = engine.onEvent((name, data) => {
    for (const stream of streams) stream.write(`data: ${JSON.stringify([name, data])}\n\n`)
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://host')
    const send = (status: number, body: string | Buffer = '', headers: Record<string, string> = {}) =>
      response.writeHead(status, { ...pageHeaders, ...headers }).end(body)
    if (!isFromHere(request, port)) return void send(403)
    if (url.pathname === '/enter') {
      if (isEntered || !isSame(url.searchParams.get('token') ?? '', entryToken))
        return void send(403, 'This link was used before. Start Tailboard again for a new one.')
      isEntered = true
      const cookie = `tailboard=${session}; HttpOnly; SameSite=Strict; Path=/`
      return void send(303, '', { location: '/index.html', 'set-cookie': cookie })
    }
    if (!isSame(getCookie(request, 'tailboard'), session)) return void send(403)
    const route = `${request.method} ${url.pathname}`
    if (route === 'GET /events') return openStream(request, response)
    if (route === 'POST /call')
      return void send(200, JSON.stringify(await call(request)), { 'content-type': 'application/json' })
    if (route === 'POST /cancel') {
      engine.cancel(Number(url.searchParams.get('job')))
      return void send(204)
    }
    if (route === 'POST /upload')
      return void send(200, JSON.stringify(await upload(request, url)), {
        'content-type': 'application/json',
      })
    if (route === 'GET /bridge.js')
      return void send(200, bridgeScript, { 'content-type': 'text/javascript; charset=utf-8' })
    if (request.method === 'GET' && url.pathname.startsWith('/download/')) return sendDownload(url, response)
    const file = files.get(url.pathname === '/' ? '/index.html' : url.pathname)
    if (request.method !== 'GET' || !file) return void send(404)
    const isPage = file.type.startsWith('text/html')
    const body = isPage
      ? file.bytes.toString('utf8').replace('<head>', '<head><script src="/bridge.js"></script>')
      : file.bytes
    send(200, body, { 'content-type': file.type })
  }

  function openStream(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { ...pageHeaders, 'content-type': 'text/event-stream' })
    response.write(': open\n\n')
    streams.add(response)
    request.on('close', () => streams.delete(response))
  }

  async function call(request: IncomingMessage): Promise<unknown> {
    const text = await readBody(request, callLimit)
    if (text === null) return fail({ kind: 'bad-input', issues: ['the call is too large'] })
    const [name, input] = JSON.parse(text) as [string, unknown]
    const result = await engine.callUnchecked(name, input, 'page')
    if ((name === 'export.run' || name === 'import.returnToClient') && result.ok)
      return { ok: true, value: offerDownload(result.value as DownloadValue, downloads) }
    return result
  }

  async function upload(request: IncomingMessage, url: URL): Promise<{ token: string; name: string } | null> {
    const name = path.basename(url.searchParams.get('name') ?? 'file')
    mkdirSync(uploadFolder, { recursive: true, mode: 0o700 })
    const target = path.join(uploadFolder, randomBytes(16).toString('hex'))
    let size = 0
    await pipeline(
      request,
      async function* limit(chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          size += chunk.length
          // One byte over the limit is kept, so that the reader says how large a file may be.
          if (size <= fileLimits.fileBytes + chunk.length) yield chunk
        }
      },
      createWriteStream(target, { mode: 0o600 }),
    )
    const offered = await engine.call('file.offer', { path: target, name })
    return offered.ok ? { token: offered.value.token, name } : null
  }

  function sendDownload(url: URL, response: ServerResponse): void {
    const file = downloads.get(url.pathname)
    if (file === undefined) return void response.writeHead(404, pageHeaders).end()
    response.writeHead(200, {
      ...pageHeaders,
      'content-type': file.endsWith('.zip') ? 'application/zip' : 'application/octet-stream',
      'content-length': String(statSync(file).size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(path.basename(file))}`,
    })
    createReadStream(file).pipe(response)
  }

  port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}/enter?token=${entryToken}`,
    close() {
      stopEvents()
      for (const stream of streams) stream.end()
      server.close()
      server.closeAllConnections()
      rmSync(uploadFolder, { recursive: true, force: true })
    },
  }
}

interface DownloadValue {
  folder: string
  download: string | null
}

/** The page gets what was written under a name nobody can guess. */
function offerDownload(value: DownloadValue, downloads: Map<string, string>): DownloadValue {
  if (value.download === null) return value
  const route = `/download/${randomBytes(16).toString('hex')}/${encodeURIComponent(path.basename(value.download))}`
  downloads.set(route, value.download)
  return { ...value, download: route }
}

/** Only our own address counts, so that no other site's page and no rebound name reaches the engine. */
function isFromHere(request: IncomingMessage, port: number): boolean {
  const host = `127.0.0.1:${port}`
  const { origin, 'sec-fetch-site': site } = request.headers
  const isSameSite = site === undefined || site === 'same-origin' || site === 'none'
  return request.headers.host === host && (origin === undefined || origin === `http://${host}`) && isSameSite
}

const getCookie = (request: IncomingMessage, name: string): string =>
  new RegExp(`(?:^|;\\s*)${name}=([^;]*)`).exec(request.headers.cookie ?? '')?.[1] ?? ''

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}

async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
