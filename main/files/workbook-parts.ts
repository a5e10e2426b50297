import { encodeXlsxText } from './xlsx-text.ts'

/** The parts of a workbook that do not hold its cells. Indexes of `cellXfs` in the styles below. */
export const cellStyles = { text: 1, bold: 2, quotedText: 3 }

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const documentRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types'
const sheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

/** Number format 49 is `@`, text. */
export const stylesXml =
  `${xmlHead}<styleSheet xmlns="${mainNamespace}">` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

export const packageRelationshipsXml =
  `${xmlHead}<Relationships xmlns="${packageRelationships}">` +
  `<Relationship Id="rId1" Type="${documentRelationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

export function formatContentTypes(sheetCount: number): string {
  const sheets = numbersTo(sheetCount).map(
    (number) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${sheetTypes}.worksheet+xml"/>`,
  )
  return (
    `${xmlHead}<Types xmlns="${contentTypes}">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${sheetTypes}.sheet.main+xml"/>${sheets.join('')}` +
    `<Override PartName="/xl/styles.xml" ContentType="${sheetTypes}.styles+xml"/>` +
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${sheetTypes}.sharedStrings+xml"/></Types>`
  )
}

export function formatWorkbook(sheetNames: readonly string[]): string {
  const sheets = sheetNames.map(
    (name, index) => `<sheet name="${encodeXlsxText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return (
    `${xmlHead}<workbook xmlns="${mainNamespace}" xmlns:r="${documentRelationships}">` +
    `<bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`
  )
}

export function formatWorkbookRelationships(sheetCount: number): string {
  const sheets = numbersTo(sheetCount).map(
    (number) =>
      `<Relationship Id="rId${number}" Type="${documentRelationships}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  )
  return (
    `${xmlHead}<Relationships xmlns="${packageRelationships}">${sheets.join('')}` +
    `<Relationship Id="rId${sheetCount + 1}" Type="${documentRelationships}/styles" Target="styles.xml"/>` +
    `<Relationship Id="rId${sheetCount + 2}" Type="${documentRelationships}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
  )
}
