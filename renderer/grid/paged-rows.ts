import type { GridSource } from './grid-types.ts'

export interface RowPage<Row> {
  rows: readonly Row[]
  /** Rows in all, at the moment the page was read. */
  total: number
}

export type LoadPage<Row> = (offset: number, limit: number) => Promise<RowPage<Row>>

export interface PagedRowsOptions {
  pageSize?: number
  /** Pages kept; those farthest from the view go first. */
  maxPages?: number
  onError?: (cause: unknown) => void
}

interface Page<Row> {
  rows: readonly Row[]
  /** The refresh this page was read in; an older page is still shown until its successor is here. */
  generation: number
}

/** Pages asked for together when a whole range is wanted. */
const pagesAtOnce = 8

/**
 * Rows of a list that lives in another process, read a page at a time. While pages are read again the old rows stay:
 * a row once shown is never blank.
 */
export class PagedRows<Row> implements GridSource<Row> {
  total = 0
  version = 0
  /** False until the first page has arrived. */
  isReady = false

  private readonly pageSize: number
  private readonly maxPages: number
  private readonly onError: (cause: unknown) => void
  private readonly pages = new Map<number, Page<Row>>()
  private readonly loading = new Map<number, { generation: number; done: Promise<readonly Row[]> }>()
  private readonly listeners = new Set<() => void>()
  private generation = 0
  /** The refresh `total` was read in. */
  private totalGeneration = -1
  private wanted = { first: 0, last: 0 }
  private load: LoadPage<Row>

  constructor(load: LoadPage<Row>, options: PagedRowsOptions = {}) {
    this.load = load
    this.pageSize = options.pageSize ?? 200
    this.maxPages = options.maxPages ?? 50
    this.onError = options.onError ?? (() => undefined)
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  getRow(index: number): Row | undefined {
    return this.pages.get(this.getPageNumber(index))?.rows[index % this.pageSize]
  }

  getCurrentRow(index: number): Row | undefined {
    const page = this.pages.get(this.getPageNumber(index))
    return page?.generation === this.generation ? page.rows[index % this.pageSize] : undefined
  }

  ensureRange(first: number, last: number): void {
    this.wanted = { first: Math.max(0, first), last: Math.max(0, last) }
    for (const number of this.getPageNumbers(this.wanted.first, this.wanted.last)) {
      this.fetchPage(number).catch(this.onError)
    }
  }

  async loadRows(first: number, last: number): Promise<readonly Row[]> {
    const { generation } = this
    const rows: Row[] = []
    const numbers = this.getPageNumbers(first, last)
    for (let at = 0; at < numbers.length; at += pagesAtOnce) {
      const batch = numbers.slice(at, at + pagesAtOnce)
      const pages = await Promise.all(batch.map((number) => this.fetchPage(number)))
      // Rows read before and after a change do not belong in one answer.
      if (generation !== this.generation) return this.loadRows(first, last)
      rows.push(...pages.flat())
    }
    const start = (numbers[0] ?? 0) * this.pageSize
    return rows.slice(first - start, last + 1 - start)
  }

  /** Reads the rows in view again, the others at the next look; resolves when what is in view is up to date. */
  async refresh(): Promise<void> {
    this.generation += 1
    let generation
    try {
      do {
        generation = this.generation
        const { first, last } = this.wanted
        await Promise.all(this.getPageNumbers(first, last).map((number) => this.fetchPage(number)))
      } while (generation !== this.generation)
    } catch (cause) {
      this.onError(cause)
    }
  }

  /** Another list, as after a new filter or order. The old rows stay in view until the new ones arrive. */
  async replace(load: LoadPage<Row>): Promise<void> {
    this.load = load
    await this.refresh()
    this.dropPages(({ generation }) => generation !== this.generation)
  }

  private getPageNumber(index: number): number {
    return Math.floor(index / this.pageSize)
  }

  private getPageNumbers(first: number, last: number): number[] {
    const lastRow = this.isReady ? Math.min(last, Math.max(0, this.total - 1)) : last
    const start = this.getPageNumber(first)
    const count = Math.max(0, this.getPageNumber(lastRow) - start + 1)
    return Array.from({ length: count }, (_, index) => start + index)
  }

  private fetchPage(number: number): Promise<readonly Row[]> {
    const { generation } = this
    const page = this.pages.get(number)
    if (page?.generation === generation) return Promise.resolve(page.rows)
    const current = this.loading.get(number)
    if (current?.generation === generation) return current.done
    const done = this.readPage(number, generation).finally(() => {
      if (this.loading.get(number)?.generation === generation) this.loading.delete(number)
    })
    this.loading.set(number, { generation, done })
    return done
  }

  private async readPage(number: number, generation: number): Promise<readonly Row[]> {
    const { rows, total } = await this.load(number * this.pageSize, this.pageSize)
    if (generation === this.generation) this.keepPage(number, rows, total)
    return rows
  }

  private keepPage(number: number, rows: readonly Row[], total: number): void {
    const isTotalNew = total !== this.total || !this.isReady
    // Rows came or went since the other pages of this refresh were read, so those are out of date too.
    const isRefreshTorn = isTotalNew && this.totalGeneration === this.generation
    if (isRefreshTorn) this.generation += 1
    this.pages.set(number, { rows, generation: this.generation })
    this.isReady = true
    this.total = total
    this.totalGeneration = this.generation
    if (isTotalNew) this.dropPages((_, page) => page * this.pageSize >= total)
    this.evict(number)
    if (isTotalNew || this.isInView(number)) this.announce()
    if (isRefreshTorn) this.ensureRange(this.wanted.first, this.wanted.last)
  }

  private announce(): void {
    this.version += 1
    for (const listener of this.listeners) listener()
  }

  private isInView(number: number): boolean {
    return this.getPageNumbers(this.wanted.first, this.wanted.last).includes(number)
  }

  private dropPages(isDropped: (page: Page<Row>, number: number) => boolean): void {
    for (const [number, page] of this.pages) if (isDropped(page, number)) this.pages.delete(number)
  }

  private evict(nearest: number): void {
    if (this.pages.size <= this.maxPages) return
    const middle = this.getPageNumber((this.wanted.first + this.wanted.last) / 2)
    const farthestFirst = [...this.pages.keys()]
      .filter((number) => number !== nearest && !this.isInView(number))
      .toSorted((a, b) => Math.abs(b - middle) - Math.abs(a - middle))
    for (const number of farthestFirst.slice(0, this.pages.size - this.maxPages)) this.pages.delete(number)
  }
}
