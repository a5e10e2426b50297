import { cleanText, isErrorText, isPlaceholder } from './cell-text.ts'
import type { RawCellValue } from './raw-cell.ts'

export type WeightUnit = 'kg' | 'lb' | 'g'

/** A number that is no identifier, with the unit written in its own cell. */
export interface Quantity {
  value: number
  unit: string
}

const kilogramsPer = { kg: 1, lb: 0.45359237, g: 0.001 } as const
const heaviestShipmentKg = 100_000
const mostBoxes = 100_000

const quantityText = /^(\d[\d,]*(?:\.\d*)?|\.\d+)\s*([^\d\s.,].*)?$/
const thousands = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/
const decimalComma = /^\d+,\d{1,2}$/

const plainNumber = /^\d{1,15}(?:\.\d{1,15})?$/

/** Null for a blank cell, `bad` for one that is no plain amount; a comma groups thousands or, before 1–2 digits, divides. */
export function parseQuantity(cell: RawCellValue): Quantity | 'bad' | null {
  if (cell === null || cell === '') return null
  if (typeof cell !== 'string' && cell.type !== 'text') {
    const value = cell.type === 'number' ? Number(cell.raw) : Number.NaN
    return Number.isFinite(value) && value >= 0 ? { value, unit: '' } : 'bad'
  }
  const stored = typeof cell === 'string' ? cell : cell.raw
  return plainNumber.test(stored) ? { value: Number(stored), unit: '' } : parseWritten(stored)
}

function parseWritten(stored: string): Quantity | 'bad' | null {
  const { text } = cleanText(stored)
  if (isPlaceholder(text)) return null
  const match = isErrorText(text) ? null : quantityText.exec(text)
  if (!match) return 'bad'
  const value = parseAmount(match[1]!)
  return value === null ? 'bad' : { value, unit: (match[2] ?? '').toLowerCase().trim() }
}

function parseAmount(text: string): number | null {
  if (!text.includes(',')) return Number(text)
  if (thousands.test(text)) return Number(text.replaceAll(',', ''))
  return decimalComma.test(text) ? Number(text.replace(',', '.')) : null
}

/** The unit a heading or a cell names; null when it names none. */
export function getWeightUnit(text: string): WeightUnit | null {
  if (/lb|磅|pound/i.test(text)) return 'lb'
  if (/kg|公斤|千克|kilo/i.test(text)) return 'kg'
  return /^(?:g|克|grams?)$/i.test(text.trim()) ? 'g' : null
}

/** Kilograms to the gram; a unit in the cell counts before the heading's. */
export function readWeightKg(cell: RawCellValue, headingUnit: WeightUnit): number | 'bad' | null {
  const quantity = parseQuantity(cell)
  if (quantity === null || quantity === 'bad') return quantity
  const unit = quantity.unit === '' ? headingUnit : getWeightUnit(quantity.unit)
  if (unit === null) return 'bad'
  const kilograms = Math.round(quantity.value * kilogramsPer[unit] * 1000) / 1000
  return kilograms > heaviestShipmentKg ? 'bad' : kilograms
}

const countUnit = /^(?:箱|件|ctns?|cartons?|boxe?s?|pcs)?$/

export function readBoxCount(cell: RawCellValue): number | 'bad' | null {
  const quantity = parseQuantity(cell)
  if (quantity === null || quantity === 'bad') return quantity
  const isCount = Number.isInteger(quantity.value) && quantity.value <= mostBoxes
  return isCount && countUnit.test(quantity.unit) ? quantity.value : 'bad'
}
