import type { GridSource } from './grid-types.ts'

/** A list already in memory as a source for the grid. */
export class ArrayRows<Row> implements GridSource<Row> {
  version = 0
  private rows: readonly Row[]
  private readonly listeners = new Set<() => void>()

  constructor(rows: readonly Row[]) {
    this.rows = rows
  }

  get total(): number {
    return this.rows.length
  }

  getRow(index: number): Row | undefined {
    return this.rows[index]
  }

  getCurrentRow(index: number): Row | undefined {
    return this.rows[index]
  }

  ensureRange(): void {}

  loadRows(first: number, last: number): Promise<readonly Row[]> {
    return Promise.resolve(this.rows.slice(first, last + 1))
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  replace(rows: readonly Row[]): void {
    this.rows = rows
    this.version += 1
    for (const listener of this.listeners) listener()
  }
}
