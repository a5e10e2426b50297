import type { Rectangle, WebPreferences } from 'electron'
import type { CdpSession } from './cdp.ts'
import { commandLine } from './command-line.ts'
import { getThemeFeatures } from './native-theme.ts'
import { watchPage } from './page-events.ts'
import type { PageListener } from './page-listener.ts'
import { PageLoads } from './page-loads.ts'
import type { PageSize, PageTargets } from './page-targets.ts'
import { toPageUrl } from './page-url.ts'
import { codec, PreloadHost } from './preload-host.ts'
import { RequestGate } from './request-gate.ts'
import { answerSyncCalls } from './sync-calls.ts'

/** One tab of Chromium, wired as the page of one webContents. */
export interface Page {
  session: CdpSession
  preload: PreloadHost
  navigate(url: string): Promise<void>
  reload(ignoreCache: boolean): void
  run(code: string, userGesture: boolean): Promise<unknown>
  edit(command: string): Promise<void>
  resize(bounds: Rectangle): Promise<void>
  close(): void
}

export async function openPage(
  targets: PageTargets,
  listener: PageListener,
  preferences: WebPreferences,
  size: PageSize,
  onGone: () => void,
): Promise<Page> {
  const loads = new PageLoads()
  const { id, session } = await targets.create(size, () => {
    loads.giveUp()
    onGone()
  })
  const preload = new PreloadHost(session, id, listener)
  const gate = new RequestGate(session, id, listener)
  watchPage(session, id, listener, loads)
  await Promise.all([
    session.send('Page.enable'),
    session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
    preload.install(preferences.preload, preferences.additionalArguments ?? []),
    gate.start(),
    answerSyncCalls(session, (request) => answerSync(listener, request)),
    ...emulate(session),
    session.send('Runtime.runIfWaitingForDebugger'),
  ])

  return {
    session,
    preload,
    async navigate(url) {
      gate.expectNavigation()
      const { errorText, loaderId } = await session.send('Page.navigate', { url: toPageUrl(url) })
      if (errorText) {
        const problem = errorText.replace('net::', '')
        listener.loading('failed', problem)
        throw new Error(`${problem} loading '${url}'`)
      }
      if (loaderId) await loads.wait(loaderId, url)
    },
    reload(ignoreCache) {
      gate.expectNavigation()
      session.post('Page.reload', { ignoreCache })
    },
    async run(code, userGesture) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression: code,
        userGesture,
        awaitPromise: true,
        returnByValue: true,
      })
      if (exceptionDetails) {
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      }
      return result.value as unknown
    },
    async edit(command) {
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] })
    },
    async resize({ x, y, width, height }) {
      const { windowId } = await targets.browser.send('Browser.getWindowForTarget', { targetId: id })
      const bounds = { left: x, top: y, width, height }
      await targets.browser.send('Browser.setWindowBounds', { windowId, bounds })
    },
    close: () => targets.close(id),
  }
}

/** A page always has the focus here, and takes the app's language and theme. */
function emulate(session: CdpSession): Promise<unknown>[] {
  const locale = commandLine.getSwitchValue('lang').replaceAll('-', '_')
  return [
    session.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
    session.send('Emulation.setEmulatedMedia', { features: getThemeFeatures() }),
    ...(locale ? [session.send('Emulation.setLocaleOverride', { locale })] : []),
  ]
}

async function answerSync(
  listener: PageListener,
  request: Parameters<Parameters<typeof answerSyncCalls>[1]>[0],
): Promise<string> {
  if (request.kind === 'window-open') {
    return listener.mayOpen(request.url, request.frameName, request.features) ? 'allow' : 'deny'
  }
  return codec.encode(await listener.sendSync(request.channel, codec.decode(request.args) as unknown[]))
}
