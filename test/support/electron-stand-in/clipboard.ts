import type { ClipboardItem as ElectronClipboardItem } from 'electron'
import { strict } from './not-implemented.ts'
import type { Page } from './page.ts'
import { windowList } from './window-list.ts'

type Contents = Record<string, string>

/** The kinds of clipboard content the stand-in carries. */
const types = ['text/plain', 'text/html']

export class ClipboardItem {
  private readonly items: Record<string, string | Blob | Promise<string | Blob>>

  constructor(items: Record<string, string | Blob | Promise<string | Blob>>) {
    this.items = items
    return strict('ClipboardItem', this)
  }

  get types(): string[] {
    return Object.keys(this.items)
  }

  async getType(type: string): Promise<Blob> {
    if (!(type in this.items)) throw new Error(`The type '${type}' was not found`)
    const item = await this.items[type]!
    return typeof item === 'string' ? new Blob([item], { type }) : item
  }
}

/**
 * Chromium's own clipboard, the one the pages copy to and paste from. It is reached by the edit commands of an open
 * window, with its page's listeners kept out: those need no permission.
 */
async function writeContents(contents: Contents): Promise<void> {
  const { preload } = await getAnyPage()
  await preload.evaluate(`(${String(copyInPage)})(${JSON.stringify(contents)})`)
}

async function readContents(): Promise<Contents> {
  const page = await getAnyPage()
  await page.preload.evaluate(`(${String(listenForPaste)})(${JSON.stringify(types)})`)
  await page.edit('paste')
  return (await page.preload.evaluate('__standInPasted')) as Contents
}

function getAnyPage(): Promise<Page> {
  const window = windowList.getFocused() ?? windowList.getAll()[0]
  if (!window) throw new Error('stand-in: the clipboard needs an open window')
  return window.webContents.getPage()
}

export const clipboard = strict('clipboard', {
  writeText: (text: string) => writeContents({ 'text/plain': text }),
  readText: async () => (await readContents())['text/plain'] ?? '',
  async write(items: ElectronClipboardItem[]) {
    const contents: Contents = {}
    for (const item of items) {
      for (const type of item.types.filter((name) => types.includes(name))) {
        contents[type] = await ((await item.getType(type)) as Blob).text()
      }
    }
    await writeContents(contents)
  },
  async read() {
    const contents = await readContents()
    return Object.keys(contents).length > 0 ? [new ClipboardItem(contents)] : []
  },
  has: async (type: string) => type in (await readContents()),
  clear: () => void writeContents({ 'text/plain': '' }),
})

// The two below go into the page as their own source text.

function copyInPage(contents: Contents): void {
  const listener = (event: ClipboardEvent): void => {
    event.stopImmediatePropagation()
    event.preventDefault()
    for (const [type, text] of Object.entries(contents)) event.clipboardData!.setData(type, text)
  }
  window.addEventListener('copy', listener, { capture: true, once: true })
  document.execCommand('copy')
}

function listenForPaste(wanted: string[]): void {
  const options = { capture: true, once: true }
  window.addEventListener('keydown', (event) => event.stopImmediatePropagation(), options)
  const listener = (event: ClipboardEvent): void => {
    event.stopImmediatePropagation()
    event.preventDefault()
    const found = wanted.map((type) => [type, event.clipboardData!.getData(type)] as const)
    Object.assign(globalThis, {
      __standInPasted: Object.fromEntries(found.filter(([, text]) => text !== '')),
    })
  }
  window.addEventListener('paste', listener, options)
}
