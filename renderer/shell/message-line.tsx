import { useT } from '../i18n.ts'
import { LiveRegion } from '../ui/live-region.tsx'
import { Toast } from '../ui/toast.tsx'
import { runCommand } from './commands.ts'
import { getChordText } from './key-map.ts'
import { closeToast, useMessages } from './toasts.ts'
import { isMac } from './use-keyboard.ts'

/** The newest message, above the status line and said aloud. */
export function MessageLine() {
  const t = useT()
  const message = useMessages((state) => state.message)
  const { action } = message ?? {}
  const isProblem = message?.tone === 'problem'
  return (
    <>
      <LiveRegion
        polite={message && !isProblem ? message.text : ''}
        assertive={message && isProblem ? message.text : ''}
      />
      {message && (
        <Toast
          tone={message.tone}
          action={
            action && {
              label: t(`common.command.${action}`),
              shortcut: getChordText(action, isMac()),
              onPress: () => runCommand(action),
            }
          }
          closeLabel={t('common.message.dismiss')}
          onClose={() => closeToast(message)}
        >
          {message.text}
        </Toast>
      )}
    </>
  )
}
