/** Encodings a text file can be read as on request, as WHATWG labels. GB18030 covers GBK and GB2312. */
export const textEncodings = [
  'utf-8',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1252',
  'utf-16le',
  'utf-16be',
] as const

export type TextEncoding = (typeof textEncodings)[number]

/** How some telling rows of a file read in one encoding. */
export interface EncodingPreview {
  encoding: TextEncoding
  rows: string[][]
}

const otherNames: ReadonlyMap<string, TextEncoding> = new Map<string, TextEncoding>([
  ['utf8', 'utf-8'],
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['cp936', 'gb18030'],
  ['cp950', 'big5'],
  ['shift-jis', 'shift_jis'],
  ['sjis', 'shift_jis'],
  ['cp932', 'shift_jis'],
  ['cp949', 'euc-kr'],
  ['cp1252', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['iso-8859-1', 'windows-1252'],
])

/** An encoding under any of its usual names; null for one that is not offered. */
export function parseTextEncoding(name: string): TextEncoding | null {
  const known = name.trim().toLowerCase()
  return textEncodings.find((encoding) => encoding === known) ?? otherNames.get(known) ?? null
}
