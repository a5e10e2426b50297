export interface PortMessage {
  data: unknown
  ports: PortEnd[]
}

/** Where an end of a channel is held: by code of this process, or by another process or page. */
export interface PortPlace {
  deliver(end: PortEnd, message: PortMessage): void
  closed(end: PortEnd): void
}

/** One end of a channel. Messages wait in it while it is held nowhere: before `start`, or on its way elsewhere. */
export class PortEnd {
  #peer: PortEnd | undefined
  #place: PortPlace | undefined
  #waiting: PortMessage[] = []
  #isClosed = false

  static createPair(): [PortEnd, PortEnd] {
    const one = new PortEnd()
    const other = new PortEnd()
    one.#peer = other
    other.#peer = one
    return [one, other]
  }

  moveTo(place: PortPlace): void {
    this.#place = place
    const waiting = this.#waiting
    this.#waiting = []
    for (const message of waiting) place.deliver(this, message)
    if (this.#isClosed) place.closed(this)
  }

  /** Takes the end from where it is, to be moved elsewhere. */
  leave(): void {
    this.#place = undefined
  }

  post(message: PortMessage): void {
    this.#peer!.#receive(message)
  }

  close(): void {
    for (const end of [this, this.#peer!]) {
      if (end.#isClosed) continue
      end.#isClosed = true
      end.#place?.closed(end)
    }
  }

  #receive(message: PortMessage): void {
    if (this.#isClosed) return
    if (this.#place) this.#place.deliver(this, message)
    else this.#waiting.push(message)
  }
}
