import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import http from 'node:http'
import { connect } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'

const entry = path.resolve(import.meta.dirname, '../../../out/main/browser-host.js')

export interface Host {
  child: ChildProcess
  /** With the token that is good for one entry. */
  url: URL
}

/** The built browser host as a process of its own, on the Node that runs the test. */
export async function startHost(home: string): Promise<Host> {
  const child = spawn(process.execPath, [entry], {
    env: { ...process.env, TAILBOARD_HOME: home, TAILBOARD_NO_BROWSER: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The host ended with ${code} before it said its address.`)
  })
  ended.catch(() => {})
  const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), ended])) as [string]
  return { child, url: new URL(line) }
}

export async function endHost({ child }: Host, signal: NodeJS.Signals): Promise<unknown[]> {
  if (child.exitCode !== null || child.signalCode !== null) return [child.exitCode, child.signalCode]
  const ended = once(child, 'exit')
  child.kill(signal)
  return ended
}

/** Only Linux lists them in files; elsewhere the lock of the database speaks for them. */
export function getChildren({ child }: Host): number[] {
  if (process.platform !== 'linux') return []
  const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8')
  return children.trim().split(' ').map(Number)
}

interface Answer {
  status: number
  headers: http.IncomingHttpHeaders
  text: string
}

/** A request word for word: the path is sent as it is written, and every header can be forged. A POST asks for the state. */
export function send(
  { url }: Host,
  target: string,
  headers: Record<string, string> = {},
  method: 'GET' | 'POST' = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({
      host: '127.0.0.1',
      port: url.port,
      path: target,
      method,
      headers: { host: url.host, ...headers },
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

export const getStatus = async (...request: Parameters<typeof send>): Promise<number> =>
  (await send(...request)).status

/** Whether anything listens there. */
export const isAccepted = (address: string, port: string): Promise<boolean> =>
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
