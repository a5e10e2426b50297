import type { CdpSession } from './cdp.ts'
import { strict } from './not-implemented.ts'
import { toAppUrl } from './page-url.ts'
import { emitPreventable } from './preventable-event.ts'
import { defaultSession } from './session.ts'

/** No download reaches the disk. The app hears 'will-download', and one that it does not prevent is reported. */
export async function refuseDownloads(browser: CdpSession): Promise<void> {
  browser.on('Browser.downloadWillBegin', ({ url, suggestedFilename }) => {
    const item = strict('DownloadItem', { getURL: () => toAppUrl(url), getFilename: () => suggestedFilename })
    if (!emitPreventable(defaultSession, 'will-download', {}, item).defaultPrevented) {
      console.error(`stand-in: a download (${suggestedFilename}) is not implemented`)
    }
  })
  await browser.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
}
