const openings = 'html|head|body|meta|title|style|script|link|table|tr|div|center|font|p|h\\d'
const htmlStart = new RegExp(
  `^\\s*(?:<!--[\\s\\S]{0,10000}?-->\\s*)*<(?:!doctype\\s+html|(?:${openings})\\b)`,
  'i',
)
const xmlStart = /^\s*<(?:\?xml\b|(?:\w{1,20}:)?Workbook\b)/
const rootName = /<(?:!doctype\s+)?([a-z][\w:.-]{0,60})/i

/** Text that is a page or an XML part; null for what is no markup, such as a delimited text. */
export function detectMarkup(text: string): 'html' | 'xml' | null {
  const head = text.slice(0, 20_000)
  if (htmlStart.test(head)) return 'html'
  if (!xmlStart.test(head)) return null
  return rootName.exec(head)?.[1]?.toLowerCase() === 'html' ? 'html' : 'xml'
}

const declaration = /<\?xml[^>]{0,200}encoding=["']([\w-]{1,40})|<meta[^>]{0,200}charset=["']?([\w-]{1,40})/i
const searchedBytes = 4_096

/** The encoding that markup states of itself, as a WHATWG label; null for text, and for what no decoder knows. */
export function getDeclaredEncoding(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, searchedBytes)
  if (detectMarkup(head) === null) return null
  const match = declaration.exec(head)
  try {
    const { encoding } = new TextDecoder(match?.[1] ?? match?.[2] ?? '')
    return encoding === 'gbk' ? 'gb18030' : encoding
  } catch {
    return null
  }
}
