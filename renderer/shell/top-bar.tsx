import './top-bar.css'
import { useT } from '../i18n.ts'
import { getAriaKeys } from '../ui/key-hint.tsx'
import type { CommandName } from './commands.ts'
import { getChordText } from './key-map.ts'
import { LookMenu } from './look-menu.tsx'
import { goTo, type Screen, screens, useNavigation } from './navigation.ts'
import { SearchBox } from './search-box.tsx'
import { isMac } from './use-keyboard.ts'

const commandOf: Record<Screen, CommandName> = {
  import: 'goImport',
  shipments: 'goShipments',
  boxes: 'goBoxes',
  checkExport: 'goCheckExport',
  data: 'goData',
}

export function TopBar() {
  const t = useT()
  const current = useNavigation((navigation) => navigation.screen)
  return (
    <header className="top-bar">
      <span className="top-bar-name">{t('common.appName')}</span>
      <nav className="top-bar-screens" aria-label={t('common.screens')}>
        {screens.map((screen) => {
          const keys = getChordText(commandOf[screen], isMac())
          return (
            <button
              key={screen}
              type="button"
              className="top-bar-screen"
              aria-current={screen === current ? 'page' : undefined}
              aria-keyshortcuts={getAriaKeys(keys)}
              title={keys}
              onClick={() => goTo(screen)}
            >
              {t(`common.screen.${screen}`)}
            </button>
          )
        })}
      </nav>
      <SearchBox />
      <LookMenu />
    </header>
  )
}
