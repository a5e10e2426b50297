import './top-bar.css'
import { useFormats, useT } from '../i18n.ts'
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
  loads: 'goLoads',
  checkExport: 'goCheckExport',
  data: 'goData',
}

interface TopBarProps {
  /** New files on the import screen that nobody has looked at. */
  unseen: number
}

export function TopBar({ unseen }: TopBarProps) {
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
              {screen === 'import' && unseen > 0 && <Badge count={unseen} />}
            </button>
          )
        })}
      </nav>
      <SearchBox />
      <LookMenu />
    </header>
  )
}

function Badge({ count }: { count: number }) {
  const t = useT()
  const { number } = useFormats()
  return (
    <>
      <span className="top-bar-badge" aria-hidden>
        {number(count)}
      </span>
      <span className="ui-visually-hidden">{t('common.newFiles', { count })}</span>
    </>
  )
}
