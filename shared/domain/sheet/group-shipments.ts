import { createBoxRegister } from './box-register.ts'
import { parseBoxId } from '../box.ts'
import type { CellProblem, ImportedShipment } from './imported-shipment.ts'
import type { MappedRow, SkippedRow } from './mapped-row.ts'
import { makeRowProblem } from './row-problem.ts'
import { applyFacts, applyRow, createDraft, finishDraft, type ShipmentDraft } from './shipment-draft.ts'

export interface GroupedShipments {
  /** In the order in which the file first names them. */
  shipments: ImportedShipment[]
  problems: CellProblem[]
  counts: { rows: number; blank: number; totals: number; held: number }
}

export interface ShipmentGrouper {
  add: (sheetIndex: number, row: MappedRow | SkippedRow) => void
  finish: () => GroupedShipments
}

/**
 * Joins the rows of all sheets of a file by FBA shipment ID and box ID, never by row number. A row finds its shipment by
 * its own ID, else by its box ID, else by the line above its table or block.
 */
export function createShipmentGrouper(): ShipmentGrouper {
  const drafts = new Map<string, ShipmentDraft>()
  const problems: CellProblem[] = []
  const counts = { rows: 0, blank: 0, totals: 0, held: 0 }
  const boxes = createBoxRegister(problems)
  const saidOfLines = new Set<string>()

  const addBoxes = (shipment: ImportedShipment, sheet: number, row: MappedRow): boolean => {
    if (!row.run) return boxes.add(shipment, sheet, row)
    const added = row.run.map(({ boxId, trackingId, weightKg }) =>
      boxes.add(shipment, sheet, { ...row, boxId, trackingId, boxWeightKg: weightKg }),
    )
    return added.every(Boolean)
  }

  /** A line above a table governs many rows and is spoken of once. */
  const addLineProblems = ({ facts, table: { sheetName } }: MappedRow): void => {
    for (const problem of facts.problems) {
      const place = JSON.stringify([sheetName, problem.cell, problem.kind])
      if (!saidOfLines.has(place)) problems.push({ ...problem, sheet: sheetName })
      saidOfLines.add(place)
    }
  }

  const addRow = (sheet: number, row: MappedRow): boolean => {
    if (row.isHeld) return false
    const namedBox = row.boxId ?? row.run?.find(({ boxId }) => boxId !== null)?.boxId ?? null
    const boxShipment = namedBox === null ? null : getBoxShipment(namedBox, row.fbaId)
    if (row.fbaId !== null && boxShipment !== null && boxShipment !== row.fbaId) {
      problems.push(makeRowProblem(row, 'boxId', 'box-of-another-shipment', 'block', namedBox))
      return false
    }
    const fbaId = row.fbaId ?? boxShipment ?? row.facts.fbaId
    if (fbaId === null) {
      problems.push(makeRowProblem(row, 'fbaId', 'no-shipment-for-row', 'block', null))
      return false
    }
    let draft = drafts.get(fbaId)
    if (!draft) {
      draft = createDraft(fbaId, { sheet, row: row.row })
      drafts.set(fbaId, draft)
    }
    if (row.isBox && !addBoxes(draft.shipment, sheet, row)) return false
    applyRow(draft, sheet, row, problems)
    return true
  }

  return {
    add: (sheetIndex, row) => {
      if ('skipped' in row) {
        if (row.skipped === 'blank') counts.blank += 1
        if (row.skipped !== 'totals') return
        counts.totals += 1
        problems.push(row.problem)
        return
      }
      counts.rows += 1
      if (row.problems.length > 0) problems.push(...row.problems)
      addLineProblems(row)
      if (!addRow(sheetIndex, row)) counts.held += 1
    },
    finish: () => {
      for (const draft of drafts.values()) {
        applyFacts(draft)
        finishDraft(draft, boxes, problems)
      }
      boxes.finish()
      const shipments = Array.from(drafts.values(), (draft) => draft.shipment)
      return { shipments, problems, counts }
    },
  }
}

/** Of a box of the row's own shipment no pattern need be matched again. */
function getBoxShipment(boxId: string, fbaId: string | null): string | null {
  const tail = fbaId === null ? 0 : boxId.length - fbaId.length
  if (fbaId !== null && boxId.startsWith(fbaId) && boxId[fbaId.length] === 'U' && (tail === 7 || tail === 4))
    return fbaId
  return parseBoxId(boxId)?.fbaId ?? null
}
