import { hasCertainCourierShape } from './field-contents.ts'
import { normalizeHeading } from './heading-dictionary.ts'
import { getCellRaw, isEmptyCell, type RawRow } from './raw-cell.ts'
import type { SheetFact, SheetShape } from './sheet-layout.ts'

/** Headings that only one file has: every one of `all`, and at least one of `some`. */
interface KnownTable {
  shape: SheetShape
  all: readonly string[]
  some?: readonly string[]
  needsShipment?: true
}

/**
 * Files that Seller Central and Carrier Central give, by headings that no client writes.
 * Source: public copies of the files and of an importer for them, read November 2026; German by one public sample.
 */
const knownTables: readonly KnownTable[] = [
  { shape: 'tracking-workbook', all: ['amazonfbaboxlabelnumber', 'tracking'], needsShipment: true },
  {
    shape: 'manifest',
    all: ['merchantsku', 'unitsperbox', 'numberofboxes'],
  },
  {
    shape: 'classic-shipment',
    all: ['merchantsku', 'shipped'],
    some: ['externalid', 'whowillprep?', 'preptype'],
    needsShipment: true,
  },
  {
    shape: 'classic-shipment',
    all: ['händlersku'],
    some: ['externeid', 'versendeteeinheiten'],
    needsShipment: true,
  },
  {
    shape: 'appointments',
    all: ['appointmentid', 'destinationfc'],
    some: ['appointmentreferencecode', 'scheduledtime', 'carrierrequesteddeliverydate'],
  },
  {
    shape: 'status-read-back',
    all: ['shipmentname', 'shipmentid', 'status'],
    some: ['lastupdated', 'unitsexpected', 'unitsreceived', 'unitslocated', 'created'],
  },
  {
    shape: 'status-read-back',
    all: ['货件名称', '货件编号', '状态'],
    some: ['已收到数量', '已接收数量', '最近更新时间', '上次更新时间', '创建日期'],
  },
]

export function recognizeTable(headings: readonly string[], facts: readonly SheetFact[]): SheetShape | null {
  const present = new Set(headings.flatMap((heading) => [normalizeHeading(heading), withoutHint(heading)]))
  const hasShipment = facts.some((fact) => fact.field === 'fbaId')
  const known = knownTables.find(
    ({ all, some, needsShipment }) =>
      all.every((heading) => present.has(heading)) &&
      (!some || some.some((heading) => present.has(heading))) &&
      (!needsShipment || hasShipment),
  )
  return known?.shape ?? null
}

const withoutHint = (heading: string): string =>
  normalizeHeading(heading.normalize('NFKC').replace(/\([^()]*\)/g, ' '))

const worldShipColumns = 22
const voidedColumn = 0
const trackingColumn = 19

/** UPS WorldShip's end-of-day export: no headings, Y or N first, a UPS number in the 20th of 22 columns. */
export function isWorldShip(head: readonly RawRow[]): boolean {
  const rows = head.slice(0, 50)
  return (
    rows.length > 0 &&
    rows.every(({ cells }) => {
      const isWide = cells.length >= trackingColumn + 1 && cells.length <= worldShipColumns + 2
      const number = getCellRaw(cells[trackingColumn]).trim().toUpperCase()
      return (
        isWide &&
        /^[YN]$/i.test(getCellRaw(cells[voidedColumn]).trim()) &&
        (hasCertainCourierShape(number) || /^\d{8,22}$/.test(number))
      )
    })
  )
}

/** Lines without a heading of which one place holds a shipment or box ID throughout: as people paste them in a chat. */
export function hasShipmentColumn(head: readonly RawRow[]): boolean {
  const rows = head.filter(({ cells }) => cells.filter((cell) => !isEmptyCell(cell)).length > 1)
  if (rows.length < 2 || rows.length < head.length * 0.8) return false
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, index) => index).some((index) =>
    rows.every(({ cells }) => shipmentOrBox.test(getCellRaw(cells[index]).trim().toUpperCase())),
  )
}

const shipmentOrBox = /^(?:FBA[0-9A-Z]{9}|STAR-[0-9A-Z]{13})(?:U\d{6})?$/

const boxHeading = /^box\s*\d+\s*(?:units?|quantity)$/i

/** The heading row of Seller Central's box contents (`SKU, …, Box 1 units, Box 2 units`), or null. */
export const findBoxContentHeading = (rows: readonly RawRow[]): RawRow | null =>
  rows.find(
    ({ cells }) =>
      cells.some((cell) => normalizeHeading(getCellRaw(cell)) === 'sku') &&
      cells.some((cell) => boxHeading.test(getCellRaw(cell).trim())),
  ) ?? null

/** A heading that holds a box ID, as the classic shipment file has one for each box. */
export const isBoxHeading = (text: string): boolean => unitQuantity.test(text.trim().toUpperCase())

const unitQuantity = /^((?:FBA[0-9A-Z]{7,9}|STAR-[0-9A-Z]{13})U\d{3,6})\s*-\s*\S/

/** Box IDs that stand in the headings of the classic shipment file, with their 0-based columns. */
export const listHeadingBoxes = (headings: readonly string[]): { boxId: string; index: number }[] =>
  headings.flatMap((heading, index) => {
    const boxId = unitQuantity.exec(heading.trim().toUpperCase())?.[1]
    return boxId === undefined ? [] : [{ boxId, index }]
  })
