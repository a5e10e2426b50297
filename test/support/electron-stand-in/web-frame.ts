import { strict } from './not-implemented.ts'
import { getOrigin } from './page-url.ts'

/** Electron's WebFrameMain for the main frame of a page; other frames get no preload and send nothing. */
export interface WebFrame {
  url: string
  readonly origin: string
  readonly parent: null
  readonly name: string
  readonly detached: boolean
}

export const createMainFrame = (): WebFrame =>
  strict('senderFrame', {
    url: '',
    get origin() {
      return getOrigin(this.url)
    },
    parent: null,
    name: '',
    detached: false,
    isDestroyed: () => false,
  })
