import { Fragment, useMemo, useRef } from 'react'
import { Menu, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components'
import './menu.css'
import { getAriaKeys, KeyHint } from './key-hint.tsx'

export interface MenuAction {
  id: string
  text: string
  shortcut?: string | undefined
  isDisabled?: boolean | undefined
  onAction: () => void
}

/** Groups of actions; a line is drawn between two groups. */
export type MenuGroups = readonly (readonly MenuAction[])[]

interface MenuListProps {
  label: string
  groups: MenuGroups
  onClose?: () => void
}

function MenuList({ label, groups, onClose }: MenuListProps) {
  return (
    <Menu className="ui-menu" aria-label={label} autoFocus="first" {...(onClose && { onClose })}>
      {groups.map((group, index) => (
        <Fragment key={group[0]?.id ?? index}>
          {index > 0 && <Separator className="ui-menu-line" />}
          <MenuSection aria-label={label}>
            {group.map(({ id, text, shortcut, isDisabled, onAction }) => (
              <MenuItem
                key={id}
                id={id}
                className="ui-menu-item"
                textValue={text}
                isDisabled={isDisabled ?? false}
                onAction={onAction}
                aria-keyshortcuts={getAriaKeys(shortcut)}
              >
                <span>{text}</span>
                {shortcut !== undefined && <KeyHint keys={shortcut} />}
              </MenuItem>
            ))}
          </MenuSection>
        </Fragment>
      ))}
    </Menu>
  )
}

interface ContextMenuProps {
  label: string
  groups: MenuGroups
  /** A point in the window, or the element the menu belongs to. */
  anchor: { x: number; y: number } | Element
  onClose: () => void
}

/** A menu opened by something that is no button: a right click, the menu key. It is open as long as it is drawn. */
export function ContextMenu({ label, groups, anchor, onClose }: ContextMenuProps) {
  const point = useRef<HTMLSpanElement>(null)
  const element = useMemo(() => ({ current: anchor instanceof Element ? anchor : null }), [anchor])
  const isPoint = !(anchor instanceof Element)
  return (
    <>
      {isPoint && <span ref={point} className="ui-menu-point" style={{ left: anchor.x, top: anchor.y }} />}
      <Popover
        className="ui-menu-popover"
        triggerRef={isPoint ? point : element}
        placement="bottom start"
        offset={2}
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose()
        }}
      >
        <MenuList label={label} groups={groups} onClose={onClose} />
      </Popover>
    </>
  )
}
