import type { CustomScheme, Protocol } from 'electron'
import { notImplemented, strict } from './not-implemented.ts'
import { addPageScheme } from './page-url.ts'

type Handler = (request: Request) => Response | Promise<Response>

const handlers = new Map<string, Handler>()
const privileged = new Set<string>()

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: CustomScheme[]) {
    for (const { scheme, privileges } of schemes) {
      if (!privileges?.standard) throw notImplemented(`a scheme that is not standard (${scheme})`)
      privileged.add(scheme)
    }
  },
  handle(scheme: string, handler: Handler) {
    if (handlers.has(scheme)) throw new Error(`The scheme ${scheme} has a handler already`)
    if (!privileged.has(scheme)) throw notImplemented(`a scheme without privileges (${scheme})`)
    addPageScheme(scheme)
    handlers.set(scheme, handler)
  },
  unhandle(scheme: string) {
    handlers.delete(scheme)
  },
  isProtocolHandled: (scheme: string) => handlers.has(scheme),
} satisfies Partial<Protocol>)

export const getProtocolHandler = (url: string): Handler | undefined =>
  handlers.get(url.slice(0, url.indexOf(':')))
