import { builtInFormats } from './built-in-formats.ts'
import { parseNumberFormat, type NumberFormat } from './number-format.ts'
import type { XmlHandlers } from './xml-walker.ts'

const maxFormatChars = 1_000
const maxCellFormats = 65_536

/** Collects the number format of each cell style (`s="3"` → index 3); null is General. */
export function createStylesCollector(
  isDate1904: boolean,
): XmlHandlers & { formats: (NumberFormat | null)[] } {
  const formats: (NumberFormat | null)[] = []
  const codes = new Map<number, string>(builtInFormats)
  const parsed = new Map<number, NumberFormat | null>()
  let isInCellFormats = false

  const getFormat = (id: number): NumberFormat | null => {
    const known = parsed.get(id)
    if (known !== undefined) return known
    const code = codes.get(id)
    const format = code === undefined ? null : parseNumberFormat(code, isDate1904)
    parsed.set(id, format)
    return format
  }

  return {
    formats,
    open(name, attributes) {
      if (name === 'cellXfs') isInCellFormats = true
      else if (name === 'numFmt') {
        codes.set(
          Number(attributes.get('numFmtId')),
          (attributes.get('formatCode') ?? '').slice(0, maxFormatChars),
        )
      } else if (name === 'xf' && isInCellFormats && formats.length < maxCellFormats) {
        formats.push(getFormat(Number(attributes.get('numFmtId') ?? '0')))
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCellFormats = false
    },
    text() {},
  }
}
