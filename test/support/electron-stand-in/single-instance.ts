import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { getProcessStamp } from '../process-stamp.ts'

/** What the second start of an app tells the first. */
export interface Knock {
  argv: string[]
  workingDirectory: string
  additionalData: unknown
}

/** One running app per user data folder: an owner file names its process, and later starts leave a knock beside it. */
export class SingleInstance {
  readonly #folder: string
  readonly #owner: string
  readonly #self = getProcessStamp(process.pid)!
  #hasLock = false

  constructor(userData: string) {
    this.#folder = path.join(userData, 'single-instance')
    this.#owner = path.join(this.#folder, 'owner')
  }

  get hasLock(): boolean {
    return this.#hasLock
  }

  /** Takes the lock, or leaves the knock for its holder and answers false. */
  request(knock: Knock, onKnock: (knock: Knock) => void): boolean {
    if (this.#hasLock) return true
    mkdirSync(this.#folder, { recursive: true })
    if (!this.#take()) {
      if (this.#isOwnerRunning()) {
        this.#leave(knock)
        return false
      }
      rmSync(this.#owner, { force: true })
      if (!this.#take()) return this.request(knock, onKnock)
    }
    this.#hasLock = true
    watch(this.#folder, () => this.#readKnocks(onKnock)).unref()
    process.once('exit', () => this.release())
    return true
  }

  release(): void {
    if (this.#hasLock) rmSync(this.#owner, { force: true })
    this.#hasLock = false
  }

  #take(): boolean {
    try {
      writeFileSync(this.#owner, this.#self, { flag: 'wx' })
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
      throw error
    }
  }

  #isOwnerRunning(): boolean {
    try {
      const stamp = readFileSync(this.#owner, 'utf8')
      return getProcessStamp(Number.parseInt(stamp, 10)) === stamp
    } catch {
      return false
    }
  }

  #leave(knock: Knock): void {
    const draft = path.join(this.#folder, `${process.pid}.draft`)
    writeFileSync(draft, JSON.stringify(knock))
    renameSync(draft, path.join(this.#folder, `${process.pid}-${Date.now()}.knock`))
  }

  #readKnocks(onKnock: (knock: Knock) => void): void {
    if (!existsSync(this.#folder)) return
    for (const name of readdirSync(this.#folder).filter((entry) => entry.endsWith('.knock'))) {
      const file = path.join(this.#folder, name)
      const knock: Knock = JSON.parse(readFileSync(file, 'utf8'))
      rmSync(file)
      onKnock(knock)
    }
  }
}
