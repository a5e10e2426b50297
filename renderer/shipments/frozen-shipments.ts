import type { ShipmentView } from '../../shared/domain/shipment-list.ts'
import type { GridSource } from '../grid/grid-types.ts'

export type LoadShipments = (ids: readonly number[]) => Promise<readonly ShipmentView[]>

const pageSize = 200

/** Whoever loads says what went wrong; the rows stay as they are. */
const reported = (): void => undefined

/**
 * Shipments in an order that stands still: which rows and in what order is settled by `setList`, while the rows
 * themselves are read again whenever they change. So a row that has been mended keeps its place.
 */
export class FrozenShipments implements GridSource<ShipmentView> {
  version = 0
  /** The list as it was settled. */
  listed: readonly number[] = []
  private shown: readonly number[] = []
  private places: ReadonlyMap<number, number> = new Map()
  private readonly rows = new Map<number, ShipmentView>()
  private readonly outdated = new Set<number>()
  private readonly loading = new Map<number, Promise<void>>()
  private readonly listeners = new Set<() => void>()
  private readonly viewListeners = new Set<() => void>()
  private wanted = { first: 0, last: 0 }
  private readonly load: LoadShipments
  private readonly onGone: () => void

  /** `onGone` is called when listed shipments turn out not to exist any more. */
  constructor(load: LoadShipments, onGone: () => void) {
    this.load = load
    this.onGone = onGone
  }

  get total(): number {
    return this.shown.length
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  getRow(index: number): ShipmentView | undefined {
    return this.rows.get(this.shown[index] ?? 0)
  }

  getCurrentRow(index: number): ShipmentView | undefined {
    const id = this.shown[index] ?? 0
    return this.outdated.has(id) ? undefined : this.rows.get(id)
  }

  getId(index: number): number | undefined {
    return this.shown[index]
  }

  /** -1 when the shipment is not in view. */
  getIndex(id: number): number {
    return this.places.get(id) ?? -1
  }

  getShownIds(): readonly number[] {
    return this.shown
  }

  ensureRange(first: number, last: number): void {
    const isOther = first !== this.wanted.first || last !== this.wanted.last
    this.wanted = { first, last }
    this.fetchInView()
    if (isOther) for (const listener of this.viewListeners) listener()
  }

  /** Heard when other rows come into view. */
  subscribeView = (listener: () => void): (() => void) => {
    this.viewListeners.add(listener)
    return () => this.viewListeners.delete(listener)
  }

  /** Those in view, with so many more above and below. */
  getIdsInView(around: number): number[] {
    return this.shown.slice(Math.max(0, this.wanted.first - around), this.wanted.last + 1 + around)
  }

  async loadRows(first: number, last: number): Promise<readonly ShipmentView[]> {
    const ids = this.shown.slice(first, last + 1)
    await this.fetchRange(first, last)
    return ids.flatMap((id) => this.rows.get(id) ?? [])
  }

  /** Another list, as after a new filter or order. Rows known from before are shown until they are read again. */
  setList(ids: readonly number[]): void {
    this.listed = ids
    this.setShown(ids)
    this.markOutdated('all').catch(reported)
  }

  /** Nothing known before is true any more. */
  forget(): void {
    this.rows.clear()
    this.outdated.clear()
    this.loading.clear()
    this.listed = []
    this.setShown([])
  }

  /** Shows only these of the list, in the list's order; null shows all again. */
  narrow(ids: ReadonlySet<number> | null): void {
    this.setShown(ids === null ? this.listed : this.listed.filter((id) => ids.has(id)))
    this.fetchInView()
  }

  /** Reads again what changed, now if it is in view, else when it comes into view. */
  markOutdated(ids: readonly number[] | 'all'): Promise<void> {
    for (const id of ids === 'all' ? this.rows.keys() : ids) this.outdated.add(id)
    // What is being read now was asked for before the change.
    this.loading.clear()
    return this.fetchRange(this.wanted.first, this.wanted.last)
  }

  private setShown(ids: readonly number[]): void {
    this.shown = ids
    this.places = new Map(ids.map((id, index) => [id, index]))
    this.wanted = { first: 0, last: Math.min(this.wanted.last - this.wanted.first, ids.length - 1) }
    this.announce()
  }

  private fetchInView(): void {
    this.fetchRange(this.wanted.first, this.wanted.last).catch(reported)
  }

  private async fetchRange(first: number, last: number): Promise<void> {
    const start = Math.floor(Math.max(0, first) / pageSize) * pageSize
    const end = Math.ceil((last + 1) / pageSize) * pageSize
    const missing = this.shown.slice(start, end).filter((id) => !this.rows.has(id) || this.outdated.has(id))
    const unasked = missing.filter((id) => !this.loading.has(id))
    for (let at = 0; at < unasked.length; at += pageSize) this.fetch(unasked.slice(at, at + pageSize))
    await Promise.all(new Set(missing.flatMap((id) => this.loading.get(id) ?? [])))
  }

  private fetch(ids: readonly number[]): void {
    const done = this.read(ids)
    for (const id of ids) this.loading.set(id, done)
    const settle = () => {
      for (const id of ids) if (this.loading.get(id) === done) this.loading.delete(id)
    }
    done.then(settle, settle)
  }

  private async read(ids: readonly number[]): Promise<void> {
    for (const id of ids) this.outdated.delete(id)
    const found = await this.load(ids)
    for (const row of found) this.rows.set(row.id, row)
    this.announce()
    if (found.length < ids.length) this.onGone()
  }

  private announce(): void {
    this.version += 1
    for (const listener of this.listeners) listener()
  }
}
