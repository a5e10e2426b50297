import type { CdpSession, Protocol } from './cdp.ts'
import type { SyncRequest } from './page/wire.ts'

type Paused = Protocol.Debugger.pausedPayload
export type SyncAnswer = (request: Exclude<SyncRequest, { kind: 'path-for-file' }>) => Promise<string>

/**
 * Answers what a page asks and cannot go on without: the path of a file, ipcRenderer.sendSync, whether a window may
 * be opened. The page holds itself in the debugger (`standInHold`), the one way of waiting during which the protocol
 * still reads and writes its objects. A page that was let go before it had its answer holds itself again; the app is
 * asked once.
 */
export async function answerSyncCalls(session: CdpSession, answer: SyncAnswer): Promise<void> {
  let newest: { call: string; answer: Promise<string> } | null = null
  const answerOnce = (call: string, request: Parameters<SyncAnswer>[0]): Promise<string> => {
    if (newest?.call !== call) newest = { call, answer: answer(request) }
    return newest.answer
  }
  session.on('Debugger.paused', (paused) => {
    answerHeldPage(session, paused, answerOnce)
      .catch(() => {})
      .finally(() => session.post('Debugger.resume'))
  })
  await session.send('Debugger.enable')
}

async function answerHeldPage(
  session: CdpSession,
  { callFrames }: Paused,
  answer: (call: string, request: Parameters<SyncAnswer>[0]) => Promise<string>,
): Promise<void> {
  const frame = callFrames[0]
  if (frame?.functionName !== 'standInHold') return
  const { callFrameId } = frame
  const evaluate = async (expression: string) => {
    const { result } = await session.send('Debugger.evaluateOnCallFrame', { callFrameId, expression })
    return result
  }
  const read = async (): Promise<string> => {
    const text = String(
      (await evaluate('JSON.stringify([performance.timeOrigin, call.id, call.request])')).value,
    )
    const [origin, id, request] = JSON.parse(text) as [number, number, SyncRequest]
    if (request.kind !== 'path-for-file') return answer(`${origin}:${id}`, request)
    const { objectId } = await evaluate('call.file')
    // A file made by a script has no path, and Electron says so with an empty text.
    return (await session.send('DOM.getFileInfo', { objectId: objectId! })).path
  }
  try {
    await evaluate(`call.answer = ${JSON.stringify(await read())}`)
  } catch (error) {
    await evaluate(`call.error = ${JSON.stringify(String(error))}`)
  }
}
