/** Which documents of a page have finished loading, by the protocol's loader ids. */
export class PageLoads {
  readonly #finished = new Set<string>()
  readonly #waiting = new Map<string, PromiseWithResolvers<void>>()

  finish(loaderId: string): void {
    this.#finished.add(loaderId)
    this.#waiting.get(loaderId)?.resolve()
  }

  async wait(loaderId: string, url: string): Promise<void> {
    if (this.#finished.has(loaderId)) return
    const waiting = Promise.withResolvers<void>()
    this.#waiting.set(loaderId, waiting)
    await waiting.promise.catch(() => {
      throw new Error(`ERR_ABORTED (-3) loading '${url}'`)
    })
  }

  /** The page is gone: what still loads never will. */
  giveUp(): void {
    for (const { reject } of this.#waiting.values()) reject()
  }
}
