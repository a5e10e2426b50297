import { getTranslate } from '../../shared/locales/translate.ts'
import { useLook } from './look.ts'
import { showToast } from './toasts.ts'

const sayFault = (): void =>
  showToast({ tone: 'problem', text: getTranslate(useLook.getState().language)('common.message.fault') })

/** The one place where a bug of the page is caught; the browser's own log has its stack. */
export function watchFaults(): void {
  window.addEventListener('error', sayFault)
  window.addEventListener('unhandledrejection', sayFault)
}
