import { isAscii } from 'node:buffer'
import { lookupHeading } from '../../shared/domain/sheet/heading-dictionary.ts'

const sampleBytes = 64 * 1024
const sampleCells = 400
/** Fewer characters say nothing about how common they are. */
const minCharacters = 12
const commonInBig5 = 0.85
const clearLead = 0.25

type IsCommon = (lead: number, trail: number) => boolean

/** The 3,755 most used simplified characters stand in rows B0 to D7 of GB 2312, its punctuation in A1 and A3. */
const isCommonInGb: IsCommon = (lead, trail) =>
  trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3)

/** The 5,401 most used traditional characters stand in rows A4 to C6 of Big5, its punctuation before them. */
const isCommonInBig5: IsCommon = (lead) => lead >= 0xa1 && lead <= 0xc6

/** Share of the characters of two bytes that are common ones; null for too few. */
function getCommonShare(sample: Buffer, isCommon: IsCommon): number | null {
  let characters = 0
  let common = 0
  for (let at = 0; at + 1 < sample.length; at += 1) {
    const lead = sample[at]!
    if (lead < 0x80) continue
    at += 1
    characters += 1
    if (isCommon(lead, sample[at]!)) common += 1
  }
  return characters < minCharacters ? null : common / characters
}

/** Headings of the dictionary that have Chinese characters, as the sample reads in this encoding. */
function countHeadings(sample: Buffer, encoding: string): number {
  const cells = new TextDecoder(encoding).decode(sample).split(/["\r\n,;\t|]+/, sampleCells)
  return cells.filter((cell) => /\p{Script=Han}/u.test(cell) && lookupHeading(cell) !== null).length
}

/** Piece by piece, because the first such byte may come after megabytes. */
function findFirstBeyondAscii(bytes: Buffer): number {
  let at = 0
  while (isAscii(bytes.subarray(at, at + sampleBytes)) && at < bytes.length) at += sampleBytes
  while (at < bytes.length && bytes[at]! < 0x80) at += 1
  return at
}

/** From the start of the line with the first character of more than one byte. */
function takeSample(bytes: Buffer): Buffer {
  const first = findFirstBeyondAscii(bytes)
  const start = bytes.lastIndexOf(0x0a, first) + 1
  return bytes.subarray(start, start + sampleBytes)
}

/**
 * Nearly every Big5 text is also valid GB18030, as rare characters. True where it clearly reads better as Big5: by
 * headings, or where neither has any, by how common its characters are.
 */
export function readsBetterAsBig5(bytes: Buffer): boolean {
  const sample = takeSample(bytes)
  const asGb = countHeadings(sample, 'gb18030')
  const asBig5 = countHeadings(sample, 'big5')
  if (asGb > 0 || asBig5 > 0) return asBig5 > 0 && asGb === 0
  const big5Share = getCommonShare(sample, isCommonInBig5)
  const gbShare = getCommonShare(sample, isCommonInGb)
  return big5Share !== null && gbShare !== null && big5Share >= Math.max(commonInBig5, gbShare + clearLead)
}

const firstByteOfThree = 0xe0

/**
 * A few GBK characters (状态, 预约) are also valid UTF-8, though never of Chinese. True where all that speaks for UTF-8
 * is such characters, and a heading speaks for GBK.
 */
export function isGbkLikeUtf8(bytes: Buffer): boolean {
  const sample = takeSample(bytes)
  if (sample.some((byte) => byte >= firstByteOfThree)) return false
  return countHeadings(sample, 'gb18030') > 0 && countHeadings(sample, 'utf-8') === 0
}
