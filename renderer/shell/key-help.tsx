import './key-help.css'
import { useState } from 'react'
import type { WordKey } from '../../shared/locales/catalogue.ts'
import { useT } from '../i18n.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { commandNames, useCommand } from './commands.ts'
import { getChordText } from './key-map.ts'
import { isMac } from './use-keyboard.ts'

interface KeyGroup {
  title: WordKey
  keys: readonly (readonly [chord: string, meaning: WordKey])[]
}

/** Keys that belong to the grid and the sheets; the commands' own come from the key map. */
const fixedGroups: readonly KeyGroup[] = [
  {
    title: 'common.help.group.grid',
    keys: [
      ['← ↑ → ↓', 'common.help.grid.move'],
      ['Ctrl+A', 'common.help.grid.all'],
      ['Alt+R', 'common.help.grid.rows'],
      ['Alt+Q', 'common.help.grid.columns'],
      ['Space', 'common.help.grid.tick'],
      ['F2', 'common.help.grid.edit'],
      ['Enter', 'common.help.grid.down'],
      ['Tab', 'common.help.grid.right'],
      ['Alt+↓', 'common.help.grid.choices'],
      ['Ctrl+D', 'common.help.grid.fillDown'],
      ['Ctrl+Enter', 'common.help.grid.fill'],
      ['..', 'common.help.grid.above'],
      ['Ctrl+C X V', 'common.help.grid.copy'],
      ['Ctrl+Alt+C', 'common.help.grid.copyHeadings'],
      ['Delete', 'common.help.grid.clear'],
      ['Shift+F10', 'common.help.grid.menu'],
    ],
  },
  {
    title: 'common.help.group.sheet',
    keys: [
      ['Ctrl+Enter', 'common.help.sheet.apply'],
      ['Esc', 'common.help.sheet.close'],
      ['Esc Esc', 'common.help.sheet.clear'],
    ],
  },
]

function KeyList({ title, keys }: KeyGroup) {
  const t = useT()
  return (
    <section>
      <h3>{t(title)}</h3>
      <dl className="key-list">
        {keys.map(([chord, meaning]) => (
          <div key={meaning}>
            <dt>
              <KeyHint keys={chord} />
              <span className="ui-visually-hidden">{chord}</span>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The key map, on F1. */
export function KeyHelp() {
  const t = useT()
  const [isOpen, setIsOpen] = useState(false)
  useCommand('help', () => setIsOpen((wasOpen) => !wasOpen))
  const commandKeys = commandNames.flatMap((name) => {
    const chord = getChordText(name, isMac())
    return chord === '' ? [] : [[chord, `common.command.${name}`] as const]
  })
  const close = () => setIsOpen(false)
  return (
    <Dialog
      title={t('common.help.title')}
      isOpen={isOpen}
      onClose={close}
      size="large"
      actions={<Button onPress={close}>{t('common.close')}</Button>}
    >
      <div className="key-help">
        <KeyList title="common.help.group.work" keys={commandKeys} />
        {fixedGroups.map((group) => (
          <KeyList key={group.title} {...group} />
        ))}
      </div>
    </Dialog>
  )
}
