import type { Shell } from 'electron'
import { strict } from './not-implemented.ts'
import { records } from './records.ts'

export const shell = strict('shell', {
  async openExternal(url) {
    records.openedUrls.push(url)
  },
  async openPath(path) {
    records.openedPaths.push(path)
    return ''
  },
  showItemInFolder(path) {
    records.shownItems.push(path)
  },
  beep() {
    records.beeps += 1
  },
} satisfies Partial<Shell>)
