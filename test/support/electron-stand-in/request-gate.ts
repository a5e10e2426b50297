import type { OnBeforeRequestListenerDetails } from 'electron'
import type { CdpSession, Protocol } from './cdp.ts'
import type { PageListener } from './page-listener.ts'
import { toAppUrl, toPageUrl } from './page-url.ts'
import { getProtocolHandler } from './protocol.ts'
import { defaultSession } from './session.ts'

type Paused = Protocol.Fetch.requestPausedPayload
type ResourceType = OnBeforeRequestListenerDetails['resourceType']

const resourceTypes: Record<string, ResourceType> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  Media: 'media',
  XHR: 'xhr',
  Fetch: 'xhr',
  WebSocket: 'webSocket',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
}

/**
 * Every request of a page stops here: navigations meet the app's navigation listeners, all meet webRequest, and
 * those of the app's own schemes are answered by its protocol handler.
 */
export class RequestGate {
  readonly #session: CdpSession
  readonly #mainFrameId: string
  readonly #listener: PageListener
  #isExpected = false
  #lastId = 0

  constructor(session: CdpSession, mainFrameId: string, listener: PageListener) {
    this.#session = session
    this.#mainFrameId = mainFrameId
    this.#listener = listener
    session.on('Fetch.requestPaused', (paused) => {
      this.#pass(paused).catch((error: unknown) => {
        console.error(`stand-in: no answer to ${paused.request.url}:`, error)
        this.#refuse(paused, 'Failed')
      })
    })
  }

  async start(): Promise<void> {
    await this.#session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
  }

  /** The next navigation is the app's own, so its listeners are not asked. */
  expectNavigation(): void {
    this.#isExpected = true
  }

  async #pass(paused: Paused): Promise<void> {
    const { request, resourceType, frameId, requestId } = paused
    const url = toAppUrl(request.url)
    const isMainFrame = frameId === this.#mainFrameId
    if (url !== request.url && url.endsWith('/favicon.ico')) {
      // Electron asks for none on a scheme of the app's own.
      return this.#session.post('Fetch.fulfillRequest', { requestId, responseCode: 204 })
    }
    if (resourceType === 'Document') {
      const isExpected = isMainFrame && this.#isExpected
      if (isMainFrame) this.#isExpected = false
      const isRedirect = paused.redirectedRequestId !== undefined
      if (!isExpected && !this.#listener.mayNavigate(request.url, isMainFrame, isRedirect)) {
        return this.#refuse(paused, 'Aborted')
      }
    }
    const { cancel, redirectURL } = await defaultSession.webRequest.ask(
      this.#describe(paused, url, isMainFrame),
    )
    if (cancel) return this.#refuse(paused, 'BlockedByClient')
    if (redirectURL) {
      return this.#session.post('Fetch.fulfillRequest', {
        requestId,
        responseCode: 307,
        responseHeaders: [{ name: 'location', value: toPageUrl(redirectURL) }],
      })
    }
    if (resourceType === 'Document' && isMainFrame) await this.#listener.prepareDocument(request.url)
    const handler = getProtocolHandler(url)
    if (handler) await this.#answer(paused, await handler(toRequest(url, request)))
    else this.#session.post('Fetch.continueRequest', { requestId })
  }

  #describe({ request, resourceType }: Paused, url: string, isMainFrame: boolean) {
    return {
      url,
      id: ++this.#lastId,
      method: request.method,
      webContentsId: this.#listener.contentsId,
      resourceType: getResourceType(resourceType, isMainFrame),
      referrer: toAppUrl(request.headers['Referer'] ?? ''),
      timestamp: Date.now(),
      uploadData: [],
    }
  }

  async #answer({ requestId }: Paused, response: Response): Promise<void> {
    const body = Buffer.from(await response.arrayBuffer()).toString('base64')
    this.#session.post('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body,
    })
  }

  #refuse({ requestId }: Paused, errorReason: Protocol.Network.ErrorReason): void {
    this.#session.post('Fetch.failRequest', { requestId, errorReason })
  }
}

const getResourceType = (type: string, isMainFrame: boolean): ResourceType =>
  type === 'Document' ? (isMainFrame ? 'mainFrame' : 'subFrame') : (resourceTypes[type] ?? 'other')

function toRequest(url: string, { method, headers, postDataEntries }: Protocol.Network.Request): Request {
  const body = Buffer.concat((postDataEntries ?? []).map(({ bytes = '' }) => Buffer.from(bytes, 'base64')))
  return new Request(url, { method, headers, ...(body.length > 0 ? { body } : {}) })
}
