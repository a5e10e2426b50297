import { getTranslate } from '../../shared/locales/translate.ts'
import { useLook } from './look.ts'
import { showToast } from './toasts.ts'

const sayFault = (): void =>
  showToast({ tone: 'problem', text: getTranslate(useLook.getState().language)('common.message.fault') })

/** The browser's note that a size is told a frame later; nothing was left undone. It comes without an error. */
export const isFault = ({ error, message }: Pick<ErrorEvent, 'error' | 'message'>): boolean =>
  Boolean(error) || !message.startsWith('ResizeObserver loop')

/** The one place where a bug of the page is caught; the browser's own log has its stack. */
export function watchFaults(): void {
  window.addEventListener('error', (event) => {
    if (isFault(event)) sayFault()
  })
  window.addEventListener('unhandledrejection', sayFault)
}
