import { describeVoided } from '../../shared/words/describe-voided.ts'
import { newOpId } from '../api.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { ask } from './ask.ts'
import { describeChange } from './describe-change.ts'
import { useLook } from './look.ts'
import { showToast } from './toasts.ts'

/** Takes the newest change back and says which it was, how many cells were edited later and stay, which numbers are void. */
export async function undo(): Promise<void> {
  const answer = await ask('history.undo', { opId: newOpId() })
  if (!answer.ok) return
  const t = getTranslate(useLook.getState().language)
  const { command, label, kept, voided } = answer.value
  const what = describeChange(command, label, t)
  const undone = kept === 0 ? t('common.undone', { what }) : t('common.undoneKept', { what, count: kept })
  // Numbers that an old sheet taught are used, whether its shipments are on file or not.
  const note = label.history ? t('import.history.stayUsed') : voided && describeVoided(voided, t)
  const text = note ? t('common.undoneVoided', { undone, voided: note }) : undone
  showToast({ tone: 'done', text, action: 'redo' })
}

export async function redo(): Promise<void> {
  const answer = await ask('history.redo', { opId: newOpId() })
  if (!answer.ok) return
  const t = getTranslate(useLook.getState().language)
  const what = describeChange(answer.value.command, answer.value.label, t)
  showToast({ tone: 'done', text: t('common.redone', { what }), action: 'undo' })
}
