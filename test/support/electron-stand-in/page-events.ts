import type { CdpSession } from './cdp.ts'
import type { PageListener } from './page-listener.ts'
import type { PageLoads } from './page-loads.ts'

/** Passes what Chromium reports of a page on to the listener, for the main frame alone. */
export function watchPage(
  session: CdpSession,
  mainFrameId: string,
  listener: PageListener,
  loads: PageLoads,
): void {
  session.on('Page.frameNavigated', ({ frame }) => {
    if (frame.id === mainFrameId) listener.navigated(frame.url + (frame.urlFragment ?? ''), false)
  })
  session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    if (frameId === mainFrameId) listener.navigated(url, true)
  })
  session.on('Page.lifecycleEvent', ({ frameId, loaderId, name }) => {
    if (frameId !== mainFrameId) return
    if (name === 'DOMContentLoaded') listener.loading('dom-ready')
    if (name === 'load') {
      listener.loading('finished')
      loads.finish(loaderId)
    }
  })
  // Only links and forms come this far: window.open is asked about before, in the page's own world.
  session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
    if (listener.mayOpen(url, windowName, windowFeatures.join(','))) {
      console.error(`stand-in: a window opened by a page (${url}) is not implemented`)
    }
  })
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    listener.logged(type, args.map(({ value, description }) => String(value ?? description)).join(' '))
  })
  session.on('Inspector.targetCrashed', () => listener.crashed())
}
