/** Ticked rows by key, also when "all rows" are more than have been loaded. */
export interface RowTicks {
  /** `allBut`: every row the source holds, except `keys`. */
  mode: 'only' | 'allBut'
  keys: ReadonlySet<string>
}

export const noTicks: RowTicks = { mode: 'only', keys: new Set() }
export const allTicks: RowTicks = { mode: 'allBut', keys: new Set() }

export const isRowTicked = (ticks: RowTicks, rowKey: string): boolean =>
  ticks.keys.has(rowKey) === (ticks.mode === 'only')

export const countTicks = (ticks: RowTicks, total: number): number =>
  ticks.mode === 'only' ? ticks.keys.size : total - ticks.keys.size

export function setTicks(ticks: RowTicks, rowKeys: Iterable<string>, isTicked: boolean): RowTicks {
  const keys = new Set(ticks.keys)
  for (const rowKey of rowKeys) {
    if (isTicked === (ticks.mode === 'only')) keys.add(rowKey)
    else keys.delete(rowKey)
  }
  return { mode: ticks.mode, keys }
}

/** Ticks all rows unless all are ticked already; then none. */
export const toggleAllTicks = (ticks: RowTicks, total: number): RowTicks =>
  total > 0 && countTicks(ticks, total) === total ? noTicks : allTicks
