import type { Translate } from '../../shared/locales/translate.ts'
import { showToast } from '../shell/toasts.ts'

/** Puts a message on the clipboard and says so. */
export async function copyMessage(text: string, said: string, t: Translate): Promise<void> {
  const isCopied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
  showToast(isCopied ? { tone: 'done', text: said } : { tone: 'problem', text: t('common.grid.copyRefused') })
}
