import { fail, type Result } from '../../result.ts'
import { parseBoxId } from '../box.ts'
import { readBarcode } from '../number/read-barcode.ts'
import { isErrorText } from '../sheet/cell-text.ts'
import { checkShipmentId } from '../shipment.ts'
import type { LineProblem } from './tracking-line.ts'
import { checkTrackingNumber, parseTrackingNumber } from '../number/tracking-number.ts'

export interface FoundNumber {
  raw: string
  trackingId: Result<string, LineProblem>
}

/** What a piece of text (a cell, a line) names; each label once, in the order of the text. */
export interface FoundText {
  boxIds: string[]
  fbaIds: string[]
  sequence: { position: number; total?: number } | null
  /** Whole numbers of up to four digits as written; one of them may be a sequence. */
  integers: string[]
  numbers: FoundNumber[]
  /** Text without labels and sequence, upper case. */
  rest: string
}

/** An FBA or AWD id, a box ID, or what is left of one. */
const shipmentOrBox = /(?<![0-9A-Z])(?:FBA(?=[0-9A-Z]*\d)[0-9A-Z]{5,}|STAR-[0-9A-Z]{13,})/
/** A label for several boxes (`…U000001-10`, `…U000001-U000004`) is no box's label, so its end belongs to it. */
const rangeEnd = /\s*[-–~至到/:、;.]\s*U?(?:\d{6}|\d{1,3})(?![0-9A-Z.])/
const label = new RegExp(`${shipmentOrBox.source}(?:(?<=U\\d{3,7})${rangeEnd.source})?`, 'g')
/** A box ID's own part, beside the shipment's id. */
const bareBoxPart = new RegExp(`(?<![0-9A-Z])U(?:\\d{6}|\\d{3})(?![0-9A-Z])(?!${rangeEnd.source})`)
const ofTotal = /(?<![0-9A-Z/.-])(\d{1,4})\s*(?:\/|\bOF\b)\s*(\d{1,4})(?![0-9A-Z/.-])/
const namedBox = /第\s*(\d{1,4})\s*箱/
const dateOrTime =
  /(?<!\d)(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}(?!\d)日?|(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g
const aimPrefix = /(^|\s)\][A-Z]\d(?=[0-9A-Z]{8})/g
/** Chinese text and the marks between two values; any other stranger stays in its word and damages it. */
const between = /[,;、|/:=()[\]{}<>"'“”‘’「」『』【】《》〈〉。!→←…·•]+|\p{Script=Han}+/u
const wordEdge = /^[.+–—-]+|[.+–—-]+$/g
const weightWord = /^\d+\.\d+$|^\d+(?:\.\d+)?(?:KGS?|LBS?|G)$/
const scientificWord = /^\d(?:[.,]\d+)?E[+-]?\d{1,3}$/
const gluedLabel = /FBA[0-9A-Z]{7,9}U\d{3}|STAR-?[0-9A-Z]{13}U\d{3}/
const plainNumber = /^(?!FBA)(?=(?:[A-Z]*\d){4})[0-9A-Z]{8,}$/

/** NFKC and upper case; without invisible and control characters. */
const showText = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Cc}/gu, (character) => (/\s/.test(character) ? ' ' : ''))
    .trim()

export function findInText(text: string): FoundText {
  const found: FoundText = { boxIds: [], fbaIds: [], sequence: null, integers: [], numbers: [], rest: text }
  if (plainNumber.test(text)) return { ...found, numbers: [readNumber(text)] }
  if (parseBoxId(text)) return { ...found, boxIds: [text], rest: '' }
  let rest = showText(text).replace(aimPrefix, '$1')
  rest = rest.replace(label, (written) => {
    const names = isShipmentName(written) ? found.fbaIds : found.boxIds
    if (!names.includes(written)) names.push(written)
    return ' | '
  })
  rest = takeBareBoxPart(rest, found)
  rest = takeSequence(rest, found)
  found.rest = rest.trim()
  for (const chunk of rest.replace(dateOrTime, ' | ').split(between)) readChunk(chunk, found)
  return found
}

/** With one character missing it is still meant as a shipment. */
const isShipmentName = (written: string): boolean => checkShipmentId(written)?.kind !== 'not-an-fba-id'

function takeBareBoxPart(rest: string, found: FoundText): string {
  if (found.fbaIds.length !== 1 || found.boxIds.length > 0) return rest
  return rest.replace(bareBoxPart, (part) => {
    found.boxIds.push(`${found.fbaIds[0]}${part}`)
    return ' | '
  })
}

function takeSequence(rest: string, found: FoundText): string {
  const counted = ofTotal.exec(rest)
  const match = counted ?? namedBox.exec(rest)
  if (!match) return rest
  const position = Number(match[1])
  const total = counted ? Number(counted[2]) : undefined
  if (position < 1 || (total !== undefined && position > total)) return rest
  found.sequence = total === undefined ? { position } : { position, total }
  return `${rest.slice(0, match.index)} | ${rest.slice(match.index + match[0].length)}`
}

function readChunk(chunk: string, found: FoundText): void {
  const words = chunk
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(wordEdge, ''))
    .filter((word) => word !== '')
  const numbers = words.filter(isNumberWord)
  const others = words.filter((word) => /\d/.test(word) && !isNumberWord(word) && !weightWord.test(word))
  if (numbers.length === 0) {
    const joined = others.join('')
    if (others.length > 1 && others.length === words.length && joined.length >= 8)
      found.numbers.push(readGroups(words, joined))
    else found.integers.push(...others.filter(isInteger))
    return
  }
  found.integers.push(...others.filter(isInteger))
  const isBroken = numbers.length === 1 && others.some(isNumberPart) && !isValid(numbers[0]!)
  if (isBroken) found.numbers.push(refuseSeveral(words))
  else found.numbers.push(...numbers.map(readNumber))
}

const isInteger = (word: string): boolean => /^\d{1,4}$/.test(word)
/** Beside a number that no courier knows, it may be the rest of it. */
const isNumberPart = (word: string): boolean => /^\d{3,}$|^1Z/.test(word)
const isValid = (word: string): boolean => checkTrackingNumber(word).verdict === 'valid'

function isNumberWord(word: string): boolean {
  if (scientificWord.test(word)) return true
  const digits = word.replace(/\D/g, '').length
  return digits >= 4 && word.replace(/[^0-9A-Z]/g, '').length >= 8
}

/** A number printed in groups (`4000 1470 0213`) is taken only if the whole is a number that a courier knows. */
const readGroups = (words: string[], joined: string): FoundNumber =>
  isValid(joined) ? readNumber(joined) : refuseSeveral(words)

const refuseSeveral = (words: string[]): FoundNumber => ({
  raw: words.join(' '),
  trackingId: fail({ kind: 'several-numbers', numbers: words }),
})

/** As long as a barcode with routing or addresses around the number, which some lists have in its place. */
const scannedCode = /^\d{22,34}$/

function getPrinted(code: string): string {
  const { printed, kind } = readBarcode(code)
  return kind === 'tracking-id' ? printed : code
}

/** Reads text that is meant as one number. */
export function readNumber(text: string): FoundNumber {
  const shown = text.trim()
  if (isErrorText(shown)) return { raw: shown, trackingId: fail({ kind: 'error-value', text: shown }) }
  if (gluedLabel.test(shown)) return refuseSeveral([shown])
  const parts = shown.split(/[-–—]/).filter((part) => part.length >= 10)
  if (parts.length > 1) return refuseSeveral(parts)
  return { raw: shown, trackingId: parseTrackingNumber(scannedCode.test(shown) ? getPrinted(shown) : shown) }
}

const dateText = /^(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}$/
const ruler = /^[-–—_=*]{3,}$/
const shortestNumber = 5

/**
 * A lone word such as `1Z99`, `待定` or `#N/A` holds the place of a number, though it looks like none.
 * Null for words, rulers and, beside a label, whole numbers.
 */
export function readStandIn(found: FoundText): FoundNumber | null {
  const text = found.rest.replaceAll('|', ' ').trim()
  if (text === '' || ruler.test(text)) return null
  const number = readNumber(text)
  const problem = number.trackingId.ok ? null : number.trackingId.problem.kind
  if (problem === 'empty' || problem === 'error-value') return number
  if (/\s|\p{Script=Han}/u.test(text) || !/\d/.test(text)) return null
  const isBoxNamed = found.boxIds.length > 0 || found.sequence !== null
  if ((isBoxNamed && isInteger(text)) || (!isBoxNamed && found.fbaIds.length > 0)) return null
  if (dateText.test(text)) return { raw: text, trackingId: fail({ kind: 'looks-like-date', text }) }
  if (!number.trackingId.ok || isShortNumber(text)) return number
  return { raw: text, trackingId: fail({ kind: 'not-a-tracking-id', text }) }
}

/** Own fleets' numbers may be as short as this. */
const isShortNumber = (text: string): boolean =>
  text.length >= shortestNumber && text.replace(/\D/g, '').length >= 4
