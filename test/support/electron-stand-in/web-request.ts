import type { CallbackResponse, OnBeforeRequestListenerDetails, WebRequestFilter } from 'electron'
import { strict } from './not-implemented.ts'

type Details = Partial<OnBeforeRequestListenerDetails>
type Listener = (details: Details, callback: (response: CallbackResponse) => void) => void

/** Electron's session.webRequest, of which the page requests of the stand-in pass the first stage. */
export class WebRequest {
  private filter: WebRequestFilter = { urls: ['<all_urls>'] }
  private listener: Listener | null = null

  constructor() {
    return strict('session.webRequest', this)
  }

  onBeforeRequest(filter: WebRequestFilter | Listener | null, listener?: Listener | null): void {
    const isFiltered = filter !== null && typeof filter === 'object'
    this.filter = isFiltered ? filter : { urls: ['<all_urls>'] }
    this.listener = (isFiltered ? listener : filter) ?? null
  }

  ask(details: Details & { url: string }): Promise<CallbackResponse> {
    const listener = this.listener
    const { urls, excludeUrls = [] } = this.filter
    const isAsked = matches(urls, details.url) && !matches(excludeUrls, details.url)
    if (!listener || !isAsked) return Promise.resolve({})
    return new Promise((resolve) => listener(details, resolve))
  }
}

const matches = (patterns: readonly string[], url: string): boolean =>
  patterns.some((pattern) => pattern === '<all_urls>' || toRegExp(pattern).test(url))

const toRegExp = (pattern: string): RegExp =>
  new RegExp(`^${pattern.split('*').map(escapeForRegExp).join('.*')}$`)

const escapeForRegExp = (text: string): string => text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
