import type { CdpConnection, CdpSession } from './cdp.ts'

export interface PageTarget {
  id: string
  session: CdpSession
}

export interface PageSize {
  width: number
  height: number
}

/** The tabs of the stand-in's Chromium, one for each window. A tab that a page opens is closed before it loads. */
export class PageTargets {
  readonly #connection: CdpConnection
  readonly #sessionIds = new Map<string, string>()
  readonly #onGone = new Map<string, () => void>()

  constructor(connection: CdpConnection) {
    this.#connection = connection
  }

  get browser(): CdpSession {
    return this.#connection.browser
  }

  async watch(): Promise<void> {
    this.browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.openerId === undefined) this.#sessionIds.set(targetInfo.targetId, sessionId)
      else this.browser.post('Target.closeTarget', { targetId: targetInfo.targetId })
    })
    this.browser.on('Target.targetDestroyed', ({ targetId }) => this.#onGone.get(targetId)?.())
    await this.browser.send('Target.setDiscoverTargets', { discover: true })
    await this.browser.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page' }, { exclude: true }],
    })
  }

  /** An empty tab, held before its first document until it is told to run. */
  async create({ width, height }: PageSize, onGone: () => void): Promise<PageTarget> {
    const { targetId } = await this.browser.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      width,
      height,
    })
    const sessionId = this.#sessionIds.get(targetId)
    if (sessionId === undefined) throw new Error(`Chromium did not attach to its new tab ${targetId}.`)
    this.#onGone.set(targetId, onGone)
    return { id: targetId, session: this.#connection.getSession(sessionId) }
  }

  close(id: string): void {
    this.browser.post('Target.closeTarget', { targetId: id })
  }
}
