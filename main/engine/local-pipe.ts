import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { chmodSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fail, type Result } from '../../shared/result.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import type { Engine } from './engine.ts'
import { connectRemoteEngine } from './remote-engine.ts'
import { serveDoor, type EnginePort, type FromEngine, type ToEngine } from './wire.ts'

/** Where a running engine can be reached; lies beside the database and goes when the engine ends. */
interface PipeNote {
  pipe: string
  token: string
  pid: number
}

const getNoteFile = (database: string): string => `${database}.engine`

/** Socket paths are limited to about 100 characters, so the database's path is hashed. */
function getPipePath(database: string): string {
  const folder = realpathSync(path.dirname(database))
  const name = createHash('sha256')
    .update(path.join(folder, path.basename(database)))
    .digest('hex')
    .slice(0, 20)
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\tailboard-${name}`
    : path.join(tmpdir(), `tailboard-${name}.sock`)
}

/** Lets the command line reach this engine. A caller must know the token, which only the same user can read. */
export function servePipe(engine: Engine, database: string): Promise<{ close(): void }> {
  const note: PipeNote = {
    pipe: getPipePath(database),
    token: randomBytes(32).toString('hex'),
    pid: process.pid,
  }
  const noteFile = getNoteFile(database)
  // Only the holder of the database's lock gets here, so what a dead engine left may go.
  if (process.platform !== 'win32') rmSync(note.pipe, { force: true })
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    acceptCaller(engine, socket, note.token)
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(note.pipe, () => {
      if (process.platform !== 'win32') chmodSync(note.pipe, 0o600)
      writeFileSync(noteFile, JSON.stringify(note), { mode: 0o600 })
      resolve({ close: () => stopServer(server, sockets, noteFile) })
    })
  })
}

function stopServer(server: Server, sockets: Set<Socket>, noteFile: string): void {
  rmSync(noteFile, { force: true })
  server.close()
  for (const socket of sockets) socket.destroy()
}

function acceptCaller(engine: Engine, socket: Socket, token: string): void {
  let isKnown = false
  let deliver: (message: ToEngine) => void = () => {}
  const port: EnginePort<FromEngine, ToEngine> = {
    send: (message) => void (socket.writable && socket.write(`${JSON.stringify(message)}\n`)),
    onMessage: (listener) => (deliver = listener),
    onClose: (listener) => void socket.on('close', listener),
  }
  socket.on('error', () => socket.destroy())
  readLines(socket, (line) => {
    if (isKnown) deliver(JSON.parse(line) as ToEngine)
    else if (isSameToken(line, token)) {
      isKnown = true
      serveDoor(engine, port)
    } else socket.destroy()
  })
}

function isSameToken(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function readLines(socket: Socket, take: (line: string) => void): void {
  let rest = ''
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    for (const line of lines) if (line !== '') take(line)
  })
}

/** The engine that has this database open, or null when none answers. */
export async function attachToEngine(database: string): Promise<Result<Engine, CallProblem> | null> {
  let note: PipeNote
  try {
    note = JSON.parse(readFileSync(getNoteFile(database), 'utf8')) as PipeNote
  } catch {
    return null
  }
  const socket = connect(note.pipe)
  const isConnected = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
  })
  if (!isConnected) return null
  socket.on('error', () => socket.destroy())
  socket.write(`${note.token}\n`)
  const port: EnginePort<ToEngine, FromEngine> = {
    send: (message) => void socket.write(`${JSON.stringify(message)}\n`),
    onMessage: (listener) => readLines(socket, (line) => listener(JSON.parse(line) as FromEngine)),
    onClose: (listener) => void socket.on('close', listener),
  }
  const engine = await connectRemoteEngine(port, () => socket.destroy())
  return engine.ok || engine.problem.kind !== 'engine-gone' ? engine : fail({ kind: 'engine-gone' })
}
