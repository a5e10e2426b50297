import type { LoadView } from '../../shared/contract/outputs.ts'
import { useT } from '../i18n.ts'
import { getChordText } from '../shell/key-map.ts'
import { isMac } from '../shell/use-keyboard.ts'
import { ContextMenu } from '../ui/menu.tsx'
import { copyFbaIds, showShipmentsOf, takeBack } from './load-actions.ts'

interface LoadMenuProps {
  load: LoadView
  anchor: { x: number; y: number }
  onEdit: () => void
  onClose: () => void
}

/** What can be done with the load under the cursor, on Shift+F10. */
export function LoadMenu({ load, anchor, onEdit, onClose }: LoadMenuProps) {
  const t = useT()
  return (
    <ContextMenu
      label={load.number}
      anchor={anchor}
      onClose={onClose}
      groups={[
        [
          { id: 'edit', text: t('loads.panel.edit'), shortcut: 'Enter', onAction: onEdit },
          {
            id: 'show',
            text: t('loads.panel.show'),
            shortcut: getChordText('panel', isMac()),
            onAction: () => showShipmentsOf(load),
          },
          {
            id: 'copy',
            text: t('loads.panel.copy'),
            shortcut: getChordText('copyMessage', isMac()),
            isDisabled: load.fbaIds.length === 0,
            onAction: () => void copyFbaIds(load, t),
          },
        ],
        [{ id: 'remove', text: t('loads.panel.remove'), onAction: () => void takeBack(load, t) }],
      ]}
    />
  )
}
