import type { SeededRandom } from '../../../main/practice-morning/seeded-random.ts'
import { makeRawZip } from '../../main/files/table-fixtures.ts'
import { readZip } from '../read-zip.ts'
import type { Mutator } from './mutate-bytes.ts'

const oddValues = [
  ['', '0', '-1', '1', '65536', '1048577', '99999999999999999999', '1e309', 'NaN', 'true', 's', 'inlineStr'],
  ['A1', 'A0', 'XFD1048576', 'ZZZZ9', 'a1', 'A1:XFD1048576', 'B2:A1', ':', '__proto__', 'constructor'],
  ['rId1', '../../../etc/passwd', '/xl/workbook.xml', 'http://a/b/worksheet', '&#x10FFFF;', '&amp;'],
  ['0'.repeat(400), '[h]:mm:ss;@', 'yyyy-mm-dd', '#,##0.00_);[Red]', '"unclosed', 'x'.repeat(40_000)],
].flat()
const oddTexts = [
  ['', '9'.repeat(400), '1e400', '-0', '1.5E-320', '99999999', '2958466', '-1', 'x'.repeat(33_000)],
  [
    '_x0000_',
    '_x005F_x0041_',
    '\u202e',
    '&#55296;',
    '&unknown;',
    '&lt;',
    ']]>',
    '\0',
    '\ufffe',
    '4294967296',
  ],
].flat()
const oddMarkup = [
  ['<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z SYSTEM "file:///etc/passwd">]>', '<!-- -->', '<!--', '<?x y?>'],
  ['<![CDATA[ x ]]>', '<![CDATA[', '<', '>', '</', '<c', '</row>', '<row>', '<row r="1">', '</sheetData>'],
  ['<c/>', '<c r="A1"><v>1</v></c>', '<v>7</v>', '<f>1+1</f>', '<is><t>x</t></is>', '<rPh>', '</rPh>'],
  ['<mergeCell ref="A1:XFD1048576"/>', '<col min="1" max="16384" hidden="1"/>', '<t>', '<si/>'],
  ['<a>'.repeat(80)],
  [`${'<a>'.repeat(40)}${'</a>'.repeat(40)}`],
  ['<dimension ref="A1:XFD1048576"/>'],
  ['<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'],
].flat()

interface Piece {
  start: number
  end: number
}

const findPieces = (xml: string, pattern: RegExp): Piece[] =>
  Array.from(xml.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))

const replace = (xml: string, { start, end }: Piece, text: string): string =>
  xml.slice(0, start) + text + xml.slice(end)

function mutateXml(xml: string, random: SeededRandom): string {
  const pickPiece = (pattern: RegExp): Piece => {
    const pieces = findPieces(xml, pattern)
    return pieces.length === 0 ? { start: 0, end: 0 } : random.pick(pieces)
  }
  const element = () => pickPiece(/<(\w+)[^<>]*>[^<>]*<\/\1>|<\w[^<>]*\/>/g)
  const cut = (piece: Piece): string => xml.slice(piece.start, piece.end)
  switch (random.below(9)) {
    case 0:
    case 1:
      return replace(xml, pickPiece(/(?<==")[^"]*(?=")/g), random.pick(oddValues))
    case 2:
      return replace(xml, pickPiece(/(?<=>)[^<>]+(?=<)/g), random.pick(oddTexts))
    case 3:
      return replace(xml, pickPiece(/<\/?\w[^<>]*>/g), '')
    case 4: {
      const place = pickPiece(/(?=<)/g)
      return replace(xml, place, random.pick(oddMarkup))
    }
    case 5: {
      const copied = element()
      return replace(xml, { start: copied.end, end: copied.end }, cut(copied).repeat(1 + random.below(3)))
    }
    case 6: {
      const place = element()
      return replace(xml, place, cut(element()))
    }
    case 7:
      return replace(
        xml,
        pickPiece(/\s\w+="[^"]*"/g),
        random.pick(['', ' r="A1"', ' t="s"', ' r="A1" r="A1"']),
      )
    default:
      return xml.slice(0, random.below(xml.length + 1))
  }
}

/** The XML inside a sound zip: attributes, texts, tags and whole elements changed, doubled, moved or left out. */
export const mutateWorkbookXml: Mutator = (given, random) => {
  const parts = new Map(Array.from(readZip(given), ([name, { content }]) => [name, content.toString('utf8')]))
  for (let times = 1 + random.below(3); times > 0; times -= 1) {
    const name = random.pick([...parts.keys()])
    parts.set(name, mutateXml(parts.get(name)!, random))
  }
  return makeRawZip(Array.from(parts, ([name, content]) => ({ name, content })))
}
