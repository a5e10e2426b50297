import { hasRightCheckDigit } from './check-digit.ts'
import { isTelling, readFormat } from './check-format.ts'
import { courierFormats } from './courier-format-table.ts'
import { normalizeTrackingNumber } from './tracking-number.ts'

/** `other` is nothing that has a place here: empty, or characters that no number has. */
export type BarcodeKind = 'tracking-id' | 'box-id' | 'shipment-id' | 'pro' | 'bol' | 'other'

export interface Barcode {
  /** What stands printed under the bars and is stored. */
  printed: string
  kind: BarcodeKind
}

const groupSeparator = '\u001d'
/** Symbologies that carry GS1 data: GS1-128, GS1 DataMatrix, GS1 QR, GS1 DataBar. */
const gs1Prefix = /^\s*\](?:C1|d2|Q3|e0)/i
const boxId = /^(?:FBA[0-9A-Z]{7,9}|STAR-?[0-9A-Z]{13})U\d{6}$/
const shipmentId = /^(?:FBA[0-9A-Z]{7,9}|STAR-?[0-9A-Z]{13})$/
/** Amazon's 2-D box content: `AMZN,PO:{shipment id},FNSKU:{…},QTY:{n}`, repeated for each product. */
const boxContent = /^AMZN,PO:([0-9A-Z]+)/
/** AI 402: 16 digits and a check digit. */
const billOfLading = /^(\()?402(?:\))?(\d{17})$/
/** AI 90 with the data identifier 12K: SCAC and PRO. */
const proLabel = /^(?:\(90\)|90)12K[A-Z]{2,4}([0-9A-Z]{1,26})$/
const routing = /^420(?:\d{5}|\d{9})$/
const numberText = /^[0-9A-Z]+(?:-1)?$/

/** What a scanner read, as the number printed on the label: without symbology, separators, routing and addresses. */
export function readBarcode(text: string): Barcode {
  const cleaned = normalizeTrackingNumber(text)
  const content = boxContent.exec(cleaned)
  if (content) return { printed: content[1]!, kind: 'shipment-id' }
  if (boxId.test(cleaned)) return { printed: withDash(cleaned), kind: 'box-id' }
  if (shipmentId.test(cleaned)) return { printed: withDash(cleaned), kind: 'shipment-id' }
  const pro = proLabel.exec(cleaned)
  if (pro) return { printed: pro[1]!, kind: 'pro' }
  const lading = readBillOfLading(cleaned, gs1Prefix.test(text))
  if (lading !== null) return { printed: lading, kind: 'bol' }
  if (!numberText.test(cleaned)) return { printed: cleaned, kind: 'other' }
  return { printed: getPrintedNumber(takeSeparatedRouting(text) ?? cleaned), kind: 'tracking-id' }
}

/** Cleaning takes the dash out of `STAR-…`. */
const withDash = (id: string): string => id.replace(/^STAR(?!-)/, 'STAR-')

/** 20 digits beginning 402 may be a USPS number too: taken only if the label says GS1 or no courier knows them. */
function readBillOfLading(cleaned: string, saysGs1: boolean): string | null {
  const match = billOfLading.exec(cleaned)
  if (!match || !hasRightCheckDigit('m31', match[2]!)) return null
  const isSure = saysGs1 || match[1] !== undefined
  return isSure || findReadings(cleaned).length === 0 ? match[2]! : null
}

/** Where the separator is still there, it shows how long the ZIP is. */
function takeSeparatedRouting(text: string): string | null {
  const elements = text.split(groupSeparator).map(normalizeTrackingNumber)
  const filled = elements.filter((element) => element !== '')
  return filled.length === 2 && routing.test(filled[0]!) ? filled[1]! : null
}

const findReadings = (number: string) =>
  courierFormats.flatMap((format) => {
    const reading = readFormat(format, number)
    return reading?.checkDigit === 'valid' ? [{ format, reading }] : []
  })

/** Only a right check digit shows that a part of the code is the number; what begins telling goes first. */
function getPrintedNumber(number: string): string {
  const found = findReadings(number)
  const best =
    found.find(({ format, reading }) => isTelling(format, reading)) ??
    found.find(({ format, reading }) => format.printed !== undefined || reading.zip !== null)
  if (!best) return number
  const { format, reading } = best
  return format.printed?.exec(reading.bare)?.[0] ?? reading.bare
}
