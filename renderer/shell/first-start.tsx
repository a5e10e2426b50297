import './first-start.css'
import { useT } from '../i18n.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useAppStore } from './app-state.ts'
import { runCommand } from './commands.ts'
import { getChordText } from './key-map.ts'
import { openPractice } from './practice.ts'
import { isMac } from './use-keyboard.ts'

/** Where there is nothing yet: the two ways to begin. */
export function FirstStart() {
  const t = useT()
  const app = useAppStore((store) => store.app)
  const isPractice = app?.workspace === 'practice'
  return (
    <div className="first-start">
      <h1>{t('common.first.title')}</h1>
      <EmptyState
        actions={
          <Button
            variant="primary"
            shortcut={getChordText('import', isMac())}
            onPress={() => runCommand('import')}
          >
            {t('common.command.import')}
          </Button>
        }
      >
        {t('common.first.hint')}
      </EmptyState>
      {!isPractice && (
        <>
          <Button onPress={() => void openPractice()}>
            {t(app?.hasPractice ? 'common.first.practiceAgain' : 'common.first.practice')}
          </Button>
          <p className="first-start-hint">{t('common.first.practiceHint')}</p>
        </>
      )}
    </div>
  )
}
