import type { Translate } from '../../shared/locales/translate.ts'
import { newOpId } from '../api.ts'
import { ask } from '../shell/ask.ts'
import { startDownload } from '../shell/start-download.ts'
import { showToast } from '../shell/toasts.ts'

/** Saves the client's own file with its questions, and says where it is. */
export async function returnFile(draftId: number, t: Translate): Promise<void> {
  const answer = await ask('import.returnToClient', { opId: newOpId(), draftId })
  if (!answer.ok) return
  const { fileName, folder, questions, download } = answer.value
  if (download !== null) startDownload(download, fileName)
  const words = { file: fileName, folder, count: questions }
  showToast({
    tone: 'done',
    text: t(download === null ? 'import.said.returned' : 'import.said.returnedDownload', words),
  })
}
