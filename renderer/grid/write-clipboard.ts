import { type CellBlock, formatHtmlTable, formatTsv } from './grid-clipboard.ts'

export function fillClipboard(data: DataTransfer, block: CellBlock, hasHeadings: boolean): void {
  data.setData('text/plain', formatTsv(block))
  data.setData('text/html', formatHtmlTable(block, hasHeadings))
}

/**
 * Puts cells on the clipboard outside a copy event; false if the system refuses. `navigator.clipboard.write` is no way to
 * do it: it reads the HTML under the page's security policy, which strips the mark that keeps ids as text in Excel.
 */
export async function writeClipboard(block: CellBlock, hasHeadings: boolean): Promise<boolean> {
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.clipboardData) fillClipboard(event.clipboardData, block, hasHeadings)
  }
  document.addEventListener('copy', onCopy, { capture: true })
  const isCopied = document.execCommand('copy')
  document.removeEventListener('copy', onCopy, { capture: true })
  if (isCopied) return true
  // Too long after the key for a copy event; plain text is still allowed.
  return navigator.clipboard.writeText(formatTsv(block)).then(
    () => true,
    () => false,
  )
}
