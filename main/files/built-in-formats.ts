/**
 * Number format codes that a workbook may use by id alone. Source: ECMA-376 part 1, 18.8.30, with the
 * Chinese date ids 27–36 and 50–58; read November 2026. Dates are shown as ISO text, so only the presence of
 * date and time letters matters.
 */
const clocks = [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]
const dates = [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]

export const builtInFormats: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  ...clocks.map((id): [number, string] => [id, 'h:mm:ss']),
  ...dates.map((id): [number, string] => [id, 'yyyy-mm-dd']),
  [22, 'yyyy-mm-dd h:mm'],
  [37, '#,##0;(#,##0)'],
  [38, '#,##0;(#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;(#,##0.00)'],
  [46, '[h]:mm:ss'],
  [48, '##0.0E+0'],
  [49, '@'],
])
