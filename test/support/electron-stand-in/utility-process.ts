import { fork, type ChildProcess, type StdioOptions } from 'node:child_process'
import { constants } from 'node:os'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { ForkOptions } from 'electron'
import type { MessagePortMain } from './message-port.ts'
import { RemotePorts } from './remote-ports.ts'
import { StrictEmitter } from './strict-emitter.ts'
import type { UtilityWire } from './utility-wire.ts'

const bootFile = fileURLToPath(new URL('utility-boot.ts', import.meta.url))

/** Electron's UtilityProcess over a forked Node. */
export class UtilityProcess extends StrictEmitter {
  pid: number | undefined
  readonly stdout: Readable | null
  readonly stderr: Readable | null
  readonly #child: ChildProcess
  readonly #ports = new RemotePorts('main-', (wire) => this.#send(wire))

  constructor(modulePath: string, args: string[], options: ForkOptions) {
    super('UtilityProcess', ['spawn', 'message', 'exit', 'error'])
    this.#child = fork(bootFile, [modulePath, ...args], {
      serialization: 'advanced',
      execArgv: options.execArgv ?? [],
      env: (options.env as NodeJS.ProcessEnv | undefined) ?? process.env,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      stdio: toForkStdio(options.stdio),
    })
    this.stdout = this.#child.stdout
    this.stderr = this.#child.stderr
    this.#child.on('spawn', () => {
      this.pid = this.#child.pid
      this.emit('spawn')
    })
    this.#child.on('message', (wire) => this.#receive(wire as UtilityWire))
    this.#child.on('exit', (code, signal) => this.#end(code ?? constants.signals[signal ?? 'SIGKILL']))
    // It also tells of a message that came too late, which is no end.
    this.#child.on('error', () => {
      if (this.#child.pid === undefined) this.#end(1)
    })
  }

  postMessage(data: unknown, transfer: MessagePortMain[] = []): void {
    const ports = transfer.map((port) => this.#ports.adopt(port.detach()))
    this.#send({ kind: 'message', data: structuredClone(data), ports })
    this.#ports.open(ports)
  }

  kill(): boolean {
    return this.#child.kill()
  }

  #end(exitCode: number): void {
    this.pid = undefined
    this.#ports.closeAll()
    this.emit('exit', exitCode)
  }

  #receive(wire: UtilityWire): void {
    if (wire.kind === 'message') this.emit('message', wire.data)
    else this.#ports.receive(wire)
  }

  #send(wire: UtilityWire): void {
    if (this.#child.connected) this.#child.send(wire)
  }
}

function toForkStdio(stdio: ForkOptions['stdio'] = 'inherit'): StdioOptions {
  const [, out, err] = (typeof stdio === 'string' ? [stdio, stdio, stdio] : stdio) as ('pipe' | 'ignore')[]
  return ['ignore', out, err, 'ipc']
}
