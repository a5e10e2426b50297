export type ColumnWidths = Readonly<Record<string, number>>

const getKey = (gridName: string): string => `tailboard.widths.${gridName}`

/** Column widths as the user last left them. */
export function readWidths(gridName: string): ColumnWidths {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(getKey(gridName)) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
    )
  } catch {
    return {}
  }
}

export const keepWidth = (gridName: string, columnId: string, width: number): void =>
  localStorage.setItem(getKey(gridName), JSON.stringify({ ...readWidths(gridName), [columnId]: width }))
