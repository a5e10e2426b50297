import type { CellProblem, ImportedBox, ImportedShipment } from './imported-shipment.ts'
import type { MappedRow, SourceRow } from './mapped-row.ts'
import { makeRowProblem } from './row-problem.ts'
import { createZeroedTailWatch } from './zeroed-tail.ts'

export interface BoxRegister {
  /** Puts the row's box on its shipment; false when the row contradicts the box as it stands. */
  add: (shipment: ImportedShipment, sheet: number, row: MappedRow) => boolean
  /** Says once of each tracking ID that it stands on more than one box. */
  noteTracking: (box: ImportedBox, row: SourceRow) => void
  /** Takes away the tracking IDs whose last digits a spreadsheet has lost. */
  finish: () => void
}

interface Siblings {
  find: (boxId: string) => ImportedBox | undefined
  add: (boxId: string, box: ImportedBox) => void
}

/** The boxes of a shipment by their IDs. Most lists only rise, and while they do no ID can have come before. */
function createSiblings(boxes: readonly ImportedBox[]): Siblings {
  let highest = ''
  let byId: Map<string, ImportedBox> | null = null
  return {
    find: (boxId) => {
      if (!byId && boxId > highest) return undefined
      byId ??= new Map(boxes.flatMap((box) => (box.boxId === null ? [] : [[box.boxId, box] as const])))
      return byId.get(boxId)
    },
    add: (boxId, box) => {
      byId?.set(boxId, box)
      if (boxId > highest) highest = boxId
    },
  }
}

/** All boxes of one file: each box ID stands once, and rows of other sheets add to it. */
export function createBoxRegister(problems: CellProblem[]): BoxRegister {
  const byShipment = new Map<ImportedShipment, Siblings>()
  const trackingIds = new Set<string>()
  const repeated = new Set<string>()
  const zeroedTails = createZeroedTailWatch<{ box: ImportedBox; source: SourceRow }>()

  const noteTracking: BoxRegister['noteTracking'] = (box, { row, table }) => {
    const { trackingId } = box
    if (trackingId === null) return
    zeroedTails.add(trackingId, () => ({ box, source: { row, table } }))
    const before = trackingIds.size
    if (trackingIds.add(trackingId).size > before || repeated.has(trackingId)) return
    repeated.add(trackingId)
    problems.push(makeRowProblem({ row, table }, 'trackingId', 'duplicate-tracking-id', 'warn', trackingId))
  }

  const merge = (box: ImportedBox, sheet: number, row: MappedRow): boolean => {
    const isSameSheet = box.place.sheet === sheet
    const isConflict = row.trackingId !== null && box.trackingId !== null && row.trackingId !== box.trackingId
    if (isConflict && isSameSheet) {
      problems.push(makeRowProblem(row, 'boxId', 'duplicate-box-id', 'block', row.boxId))
      return false
    }
    if (isConflict) {
      problems.push(makeRowProblem(row, 'trackingId', 'conflicting-values', 'warn', row.trackingId))
    } else if (isSameSheet && !row.table.hasGoodsRows) {
      problems.push(makeRowProblem(row, 'boxId', 'duplicate-box-id', 'warn', row.boxId))
    }
    if (box.trackingId === null && row.trackingId !== null) {
      box.trackingId = row.trackingId
      noteTracking(box, row)
    }
    box.weightKg ??= row.boxWeightKg
    return true
  }

  return {
    add: (shipment, sheet, row) => {
      const { boxId, trackingId, boxWeightKg } = row
      let siblings = byShipment.get(shipment)
      if (!siblings) byShipment.set(shipment, (siblings = createSiblings(shipment.boxes)))
      const known = boxId === null ? undefined : siblings.find(boxId)
      if (known) return merge(known, sheet, row)
      const box = { boxId, trackingId, weightKg: boxWeightKg, place: { sheet, row: row.row } }
      shipment.boxes.push(box)
      if (boxId !== null) siblings.add(boxId, box)
      noteTracking(box, row)
      return true
    },
    noteTracking,
    finish: () => {
      for (const { box, source } of zeroedTails.list()) {
        problems.push(makeRowProblem(source, 'trackingId', 'zeroed-tail', 'block', box.trackingId))
        box.trackingId = null
      }
    },
  }
}
