import type { FileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'
import { decodeXlsxText } from './xlsx-text.ts'
import type { XmlHandlers } from './xml-walker.ts'

/** Collects the shared strings: the runs of a rich text are joined, phonetic guides (`rPh`) left out. */
export function createSharedStringsCollector(
  limits: Pick<FileLimits, 'cells'>,
): XmlHandlers & { strings: string[] } {
  const strings: string[] = []
  let item = ''
  let isInPhonetic = false
  let isInText = false
  return {
    strings,
    open(name) {
      if (name === 'si') item = ''
      else if (name === 'rPh') isInPhonetic = true
      else if (name === 't') isInText = !isInPhonetic
    },
    close(name) {
      if (name === 'si') {
        if (strings.push(decodeXlsxText(item)) > limits.cells) {
          throw new FileRefusal({ kind: 'too-many-cells', limit: limits.cells })
        }
      } else if (name === 'rPh') isInPhonetic = false
      else if (name === 't') isInText = false
    },
    text(text) {
      if (isInText) item = item === '' ? text : item + text
    },
  }
}
