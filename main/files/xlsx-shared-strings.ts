import type { FileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'
import { decodeXlsxText } from './xlsx-text.ts'
import { findPlainTextEnd } from './xml-text.ts'
import type { XmlHandlers } from './xml-walker.ts'

const greater = 62
const itemOpening = '<si><t'
const spaceKept = ' xml:space="preserve"'
const itemClosing = '</t></si>'

/** Collects the shared strings: the runs of a rich text are joined, phonetic guides (`rPh`) left out. */
export function createSharedStringsCollector(
  limits: Pick<FileLimits, 'cells'>,
): XmlHandlers & { strings: string[] } {
  const strings: string[] = []
  let item = ''
  let isInPhonetic = false
  let isInText = false

  const closeItem = () => {
    if (strings.push(decodeXlsxText(item)) > limits.cells) {
      throw new FileRefusal({ kind: 'too-many-cells', limit: limits.cells })
    }
  }
  /** A string as nearly all are written: `<si><t>4 boxes</t></si>`, with or without its white space kept. */
  const takePlainItem = (text: string, at: number): number => {
    if (isInPhonetic || !text.startsWith(itemOpening, at)) return at
    const behind = at + itemOpening.length
    const start = (text.startsWith(spaceKept, behind) ? behind + spaceKept.length : behind) + 1
    if (text.charCodeAt(start - 1) !== greater) return at
    const end = findPlainTextEnd(text, start)
    if (!text.startsWith(itemClosing, end)) return at
    item = text.slice(start, end)
    isInText = false
    closeItem()
    return end + itemClosing.length
  }

  return {
    strings,
    shortcut: takePlainItem,
    open(name) {
      if (name === 'si') item = ''
      else if (name === 'rPh') isInPhonetic = true
      else if (name === 't') isInText = !isInPhonetic
    },
    close(name) {
      if (name === 'si') closeItem()
      else if (name === 'rPh') isInPhonetic = false
      else if (name === 't') isInText = false
    },
    text(text) {
      if (isInText) item = item === '' ? text : item + text
    },
  }
}
