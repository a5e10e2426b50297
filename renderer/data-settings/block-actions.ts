import type { BlockView } from '../../shared/contract/outputs.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import { newOpId } from '../api.ts'
import { ask } from '../shell/ask.ts'
import { chooseFiles } from '../shell/choose-files.ts'
import { showToast } from '../shell/toasts.ts'

export async function closeBlock({ id, isClosed, firstNumber }: BlockView, t: Translate): Promise<void> {
  const answer = await ask('block.change', { opId: newOpId(), id, isClosed: !isClosed })
  if (!answer.ok) return
  const text = t(isClosed ? 'ledger.part.saidReopened' : 'ledger.part.saidClosed', { first: firstNumber })
  showToast({ tone: 'done', text, action: 'undo' })
}

export async function moveBlock(
  { id, firstNumber }: BlockView,
  direction: 'up' | 'down',
  t: Translate,
): Promise<void> {
  const answer = await ask('block.move', { opId: newOpId(), id, direction })
  if (!answer.ok) return
  showToast({ tone: 'done', text: t('ledger.part.saidMoved', { first: firstNumber }), action: 'undo' })
}

export async function acceptNumbers(t: Translate): Promise<void> {
  const [file] = await chooseFiles('.json')
  if (!file) return
  const answer = await ask('block.accept', { opId: newOpId(), file: file.token })
  if (!answer.ok) return
  const { first, last, carrier, usable, count } = answer.value
  const text =
    usable === count
      ? t('ledger.part.saidAccepted', { first, last, carrier })
      : t('ledger.part.saidAcceptedFewer', { first, last, carrier, usable, n: count })
  showToast({ tone: 'done', text })
}
