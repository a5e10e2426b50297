/** Zero-width characters, soft hyphen and byte order mark. Bidi controls are left in, to be refused. */
const invisibleCharacters = /\u00ad|\u180e|\u200b|\u200c|\u200d|\u2060|\ufeff/g
const excelText = /^=\s*"([^"]*)"$/
/** Printable ASCII that starts with neither `'` nor `=` and has no blank at its edges. */
const plainText = /^[!-&(-<>-~](?:[ -~]*[!-~])?$/

export interface CleanedText {
  text: string
  isChanged: boolean
}

/** NFKC, invisible characters and outer blanks removed, `="…"` and a leading apostrophe unwrapped. */
export function cleanText(stored: string): CleanedText {
  if (plainText.test(stored)) return { text: stored, isChanged: false }
  let text = stored.normalize('NFKC').replace(invisibleCharacters, '').trim()
  text = (excelText.exec(text)?.[1] ?? text).trim()
  if (text.startsWith("'")) text = text.slice(1).trim()
  return { text, isChanged: text !== stored }
}

const placeholders: ReadonlySet<string> = new Set(
  `/ // \\ - -- --- — —— – . ? ?? 无 暂无 没有 空 待定 待分配 待提供 待补 待更新 待通知
  n/a na nil none null tbd tba tbc pending tobeassigned tobeconfirmed`.split(/\s+/),
)

/** True for text that stands for no value. Takes cleaned text. */
export const isPlaceholder = (cleaned: string): boolean =>
  cleaned === '' || (cleaned.length <= 20 && placeholders.has(cleaned.toLowerCase().replace(/\s+/g, '')))

const excelError = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|#+)/i

/** Error values Excel shows, also as text in a CSV, and a cell too narrow for its number (`####`). */
export const isErrorText = (cleaned: string): boolean => excelError.test(cleaned)
