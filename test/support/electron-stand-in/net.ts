import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Net } from 'electron'
import { strict } from './not-implemented.ts'
import { getProtocolHandler } from './protocol.ts'

const contentTypes: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

export const net = strict('net', {
  async fetch(input, init) {
    const request = new Request(input, init)
    if (request.url.startsWith('file:')) return readLocalFile(fileURLToPath(request.url))
    const handler = getProtocolHandler(request.url)
    return handler ? handler(request) : fetch(request)
  },
  isOnline: () => true,
} satisfies Partial<Net>)

async function readLocalFile(file: string): Promise<Response> {
  const contentType = contentTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream'
  try {
    return new Response(await readFile(file), { headers: { 'content-type': contentType } })
  } catch {
    throw new Error('net::ERR_FILE_NOT_FOUND')
  }
}
