import { decodeXlsxText } from './xlsx-text.ts'
import type { XmlAttributes } from './xml-attributes.ts'
import { isXmlTrue, type XmlHandlers } from './xml-walker.ts'

export interface WorkbookSheetEntry {
  name: string
  isHidden: boolean
  relationshipId: string
}

/** The relationship id is `r:id`, under whatever prefix the writer chose. */
const getRelationshipId = (attributes: XmlAttributes): string => {
  const key = attributes.names().find((name) => name.endsWith(':id'))
  return key === undefined ? '' : attributes.get(key)!
}

/** Collects the sheets in their order and the date system. */
export function createWorkbookCollector(): XmlHandlers & {
  sheets: WorkbookSheetEntry[]
  isDate1904: () => boolean
} {
  const sheets: WorkbookSheetEntry[] = []
  let isDate1904 = false
  return {
    sheets,
    isDate1904: () => isDate1904,
    open(name, attributes) {
      if (name === 'workbookPr') isDate1904 = isXmlTrue(attributes.get('date1904'))
      else if (name === 'sheet') {
        sheets.push({
          name: decodeXlsxText(attributes.get('name') ?? ''),
          isHidden: attributes.get('state') === 'hidden' || attributes.get('state') === 'veryHidden',
          relationshipId: getRelationshipId(attributes),
        })
      }
    },
    close() {},
    text() {},
  }
}
