import type { CdpSession, Protocol } from './cdp.ts'
import type { SyncRequest } from './page/wire.ts'

type Paused = Protocol.Debugger.pausedPayload
export type SyncAnswer = (request: Exclude<SyncRequest, { kind: 'path-for-file' }>) => Promise<string>

/**
 * Answers what a page asks and cannot go on without: the path of a file, ipcRenderer.sendSync, whether a window may
 * be opened. The page holds itself in the debugger (`standInHold`), the one way of waiting during which the protocol
 * still reads and writes its objects.
 */
export async function answerSyncCalls(session: CdpSession, answer: SyncAnswer): Promise<void> {
  session.on('Debugger.paused', (paused) => {
    answerHeldPage(session, paused, answer)
      .catch(() => {})
      .finally(() => session.post('Debugger.resume'))
  })
  await session.send('Debugger.enable')
}

async function answerHeldPage(
  session: CdpSession,
  { callFrames }: Paused,
  answer: SyncAnswer,
): Promise<void> {
  const frame = callFrames[0]
  if (frame?.functionName !== 'standInHold') return
  const { callFrameId } = frame
  const evaluate = async (expression: string) => {
    const { result } = await session.send('Debugger.evaluateOnCallFrame', { callFrameId, expression })
    return result
  }
  const read = async (): Promise<string> => {
    const request: SyncRequest = JSON.parse(String((await evaluate('JSON.stringify(call.request)')).value))
    if (request.kind !== 'path-for-file') return answer(request)
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
