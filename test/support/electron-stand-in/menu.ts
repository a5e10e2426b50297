import type { MenuItemConstructorOptions, PopupOptions } from 'electron'
import { runMenuRole } from './menu-actions.ts'
import { menuRoles } from './menu-roles.ts'
import { notImplemented, strict } from './not-implemented.ts'
import { records } from './records.ts'
import { StrictEmitter } from './strict-emitter.ts'
import { windowList } from './window-list.ts'

type ItemOptions = Omit<MenuItemConstructorOptions, 'submenu'> & {
  submenu?: MenuItemConstructorOptions[] | StandInMenu
}

let lastCommandId = 0

/** As in Electron: `click` runs the item's own function, or its role, as if the user had chosen it. */
class StandInMenuItem {
  readonly commandId = ++lastCommandId
  readonly id: string | undefined
  readonly role: string | undefined
  readonly type: string
  readonly accelerator: string | undefined
  readonly submenu: StandInMenu | undefined
  readonly sublabel: string
  readonly toolTip: string
  label: string
  enabled: boolean
  visible: boolean
  checked: boolean
  menu: StandInMenu | undefined
  click: () => void

  constructor(options: ItemOptions) {
    if (options.before ?? options.after ?? options.beforeGroupContaining ?? options.afterGroupContaining) {
      throw notImplemented('the position of a menu item')
    }
    const role = options.role === undefined ? undefined : menuRoles[options.role]
    if (options.role !== undefined && !role) throw notImplemented(`the menu role ${options.role}`)
    const submenu = options.submenu ?? role?.submenu
    this.id = options.id
    this.role = options.role
    this.label = options.label ?? role?.label ?? ''
    this.accelerator = options.accelerator ?? role?.accelerator
    this.submenu = Array.isArray(submenu) ? StandInMenu.buildFromTemplate(submenu) : submenu
    this.type = options.type ?? (submenu ? 'submenu' : 'normal')
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.click = () => {
      if (!this.enabled) return
      this.#check()
      if (options.click) options.click(this as never, windowList.getFocused() as never, {})
      else if (options.role !== undefined) runMenuRole(options.role)
    }
    return strict('MenuItem', this)
  }

  #check(): void {
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.type !== 'radio') return
    for (const item of this.menu?.items ?? []) {
      if (item.type === 'radio') item.checked = item.commandId === this.commandId
    }
  }
}

class StandInMenu extends StrictEmitter {
  static #application: StandInMenu | null = null
  readonly items: StandInMenuItem[] = []

  constructor() {
    super('Menu', ['menu-will-show', 'menu-will-close'])
  }

  static buildFromTemplate(template: (MenuItemConstructorOptions | StandInMenuItem)[]): StandInMenu {
    const menu = new StandInMenu()
    for (const item of template) {
      menu.append(item instanceof StandInMenuItem ? item : new StandInMenuItem(item as ItemOptions))
    }
    return menu
  }

  static setApplicationMenu(menu: StandInMenu | null): void {
    StandInMenu.#application = menu
  }

  static getApplicationMenu(): StandInMenu | null {
    return StandInMenu.#application
  }

  append(item: StandInMenuItem): void {
    this.insert(this.items.length, item)
  }

  insert(position: number, item: StandInMenuItem): void {
    item.menu = this
    this.items.splice(position, 0, item)
  }

  getMenuItemById(id: string): StandInMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }

  /** Shown to nobody: a test finds the menu in the records and clicks its items. */
  popup({ callback }: PopupOptions = {}): void {
    records.popups.push(this)
    if (callback) this.once('menu-will-close', callback)
    this.emit('menu-will-show', {})
  }

  closePopup(): void {
    this.emit('menu-will-close', {})
  }
}

export const Menu = strict('Menu', StandInMenu)
export const MenuItem = strict('MenuItem', StandInMenuItem)
