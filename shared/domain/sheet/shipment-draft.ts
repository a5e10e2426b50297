import type { BoxRegister } from './box-register.ts'
import type { CellProblem, ImportedShipment, SourcePlace } from './imported-shipment.ts'
import type { BlockFacts, ColumnKey, MappedRow, ShipmentValues, SourceRow } from './mapped-row.ts'
import { makeRowProblem } from './row-problem.ts'

/** A tracking ID of a row that is a shipment: its only box's number, or a master of several boxes. */
interface ShipmentTracking {
  value: string
  boxWeightKg: number | null
  place: SourcePlace
  source: SourceRow
}

export interface ShipmentDraft {
  shipment: ImportedShipment
  lastValues: Readonly<ShipmentValues> | null
  facts: Set<BlockFacts>
  countedAt: SourceRow | null
  /** Sums of rows that are parts of the shipment. */
  partCount: number | null
  partWeightKg: number | null
  trackings: ShipmentTracking[]
}

const valueColumns: readonly (readonly [keyof ShipmentValues, ColumnKey])[] = [
  ['fc', 'fc'],
  ['referenceId', 'referenceId'],
  ['amazonMode', 'mode'],
  ['roadMode', 'mode'],
  ['programme', 'mode'],
  ['carrierName', 'carrier'],
  ['pro', 'pro'],
  ['bol', 'bol'],
  ['isa', 'isa'],
  ['clientReference', 'clientReference'],
  ['declaredBoxCount', 'boxCount'],
  ['grossWeightKg', 'weight'],
  ['amazonStatus', 'status'],
  ['note', 'notes'],
  ['clientName', 'client'],
  ['marketplace', 'marketplace'],
  ['createdOn', 'createdOn'],
  ['planId', 'planId'],
  ['etaOn', 'etaOn'],
  ['appointmentAt', 'appointmentAt'],
  ['windowFrom', 'windowFrom'],
  ['windowTo', 'windowTo'],
  ['deliveredOn', 'deliveredOn'],
  ['palletCount', 'palletCount'],
  ['replacedFbaId', 'replacedFbaId'],
]
const longestNote = 2_000

export const createDraft = (fbaId: string, place: SourcePlace): ShipmentDraft => ({
  shipment: { fbaId, place, extras: {}, boxes: [] },
  lastValues: null,
  facts: new Set(),
  countedAt: null,
  partCount: null,
  partWeightKg: null,
  trackings: [],
})

/** The first value of a field stands; another one is a problem at its cell. Notes add up. */
export function applyRow(draft: ShipmentDraft, sheet: number, row: MappedRow, problems: CellProblem[]): void {
  const { shipment } = draft
  if (row.table.hasParts) applyPart(draft, row, problems)
  else if (draft.lastValues !== row.shipment) {
    draft.lastValues = row.shipment
    applyValues(draft, row, row.shipment, problems)
  }
  for (const name in row.extras) {
    if (!Object.hasOwn(shipment.extras, name)) shipment.extras[name] = row.extras[name]!
  }
  draft.facts.add(row.facts)
  const isOfSeveral = row.run !== null && row.run.length > 1
  if ((!row.isBox || isOfSeveral) && row.trackingId !== null) {
    const place = { sheet, row: row.row }
    draft.trackings.push({ value: row.trackingId, boxWeightKg: row.boxWeightKg, place, source: row })
  }
}

/** What a part counts and weighs is added to the others; the rest is said of the shipment. */
function applyPart(draft: ShipmentDraft, row: MappedRow, problems: CellProblem[]): void {
  const { declaredBoxCount, grossWeightKg, ...values } = row.shipment
  applyValues(draft, row, values, problems)
  if (declaredBoxCount !== undefined) {
    draft.partCount = (draft.partCount ?? 0) + declaredBoxCount
    draft.countedAt ??= row
  }
  if (grossWeightKg !== undefined)
    draft.partWeightKg = Math.round(((draft.partWeightKg ?? 0) + grossWeightKg) * 1000) / 1000
}

function applyValues(
  draft: ShipmentDraft,
  row: MappedRow,
  values: Readonly<ShipmentValues>,
  problems: CellProblem[],
): void {
  const { shipment } = draft
  for (const [key, field] of valueColumns) {
    const value = values[key]
    const standing = shipment[key]
    if (value === undefined) continue
    if (standing === undefined) {
      Object.assign(shipment, { [key]: value })
      if (key === 'declaredBoxCount') draft.countedAt = row
    } else if (key === 'note') {
      shipment.note = joinNotes(String(standing), String(value))
    } else if (standing !== value) {
      problems.push(makeRowProblem(row, field, 'conflicting-values', 'warn', value))
    }
  }
}

const joinNotes = (standing: string, added: string): string =>
  standing.split('\n').includes(added) || standing.length + added.length > longestNote
    ? standing
    : `${standing}\n${added}`

/** What the lines above say holds where no row says otherwise. */
export function applyFacts({ shipment, facts }: ShipmentDraft): void {
  for (const { fbaId, values, extras } of facts) {
    if (fbaId !== null && fbaId !== shipment.fbaId) continue
    Object.assign(shipment, { ...values, ...shipment })
    Object.assign(shipment.extras, { ...extras, ...shipment.extras })
  }
}

/** Settles what only the whole file can say: an only box's tracking ID, masters, the count of boxes. */
export function finishDraft(draft: ShipmentDraft, boxes: BoxRegister, problems: CellProblem[]): void {
  const { shipment, countedAt, partCount, partWeightKg } = draft
  placeTrackings(draft, boxes, problems)
  if (partWeightKg !== null) shipment.grossWeightKg ??= partWeightKg
  if (partCount !== null) shipment.declaredBoxCount ??= partCount
  if (countedAt && partCount !== null && shipment.declaredBoxCount !== partCount) {
    problems.push(makeRowProblem(countedAt, 'boxCount', 'box-count-differs', 'warn', partCount))
    return
  }
  const { declaredBoxCount: declared } = shipment
  if (countedAt && shipment.boxes.length > 0 && declared !== shipment.boxes.length) {
    problems.push(makeRowProblem(countedAt, 'boxCount', 'box-count-differs', 'warn', declared ?? null))
  }
}

function placeTrackings(
  { shipment, trackings }: ShipmentDraft,
  boxes: BoxRegister,
  problems: CellProblem[],
): void {
  const [first] = trackings
  if (!first) return
  const values = new Set(trackings.map((tracking) => tracking.value))
  const [box] = shipment.boxes
  const isOnlyBox = shipment.boxes.length < 2 && (shipment.declaredBoxCount ?? shipment.boxes.length) === 1
  if (values.size > 1 || !isOnlyBox) {
    const name = first.source.table.columns.get('trackingId')!.extraName
    shipment.extras[name] = [...values].join(' / ')
  } else if (!box) {
    const weightKg = first.boxWeightKg ?? shipment.grossWeightKg ?? null
    const onlyBox = { boxId: null, trackingId: first.value, weightKg, place: first.place }
    shipment.boxes.push(onlyBox)
    boxes.noteTracking(onlyBox, first.source)
  } else if (box.trackingId === null) {
    box.trackingId = first.value
    boxes.noteTracking(box, first.source)
  } else if (box.trackingId !== first.value) {
    problems.push(makeRowProblem(first.source, 'trackingId', 'conflicting-values', 'warn', first.value))
  }
}
