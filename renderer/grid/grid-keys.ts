import type { Direction, MoveTarget } from './grid-selection.ts'

/** What the map needs of a KeyboardEvent. */
export interface KeyChord {
  code: string
  key: string
  keyCode: number
  ctrlKey: boolean
  shiftKey: boolean
  altKey: boolean
  metaKey: boolean
  isComposing: boolean
}

/**
 * `heading`: the cursor is in the heading row. `cell`: on a cell. `entry`: typing replaces the cell and arrows leave it.
 * `edit`: after F2, arrows move in the text.
 */
export type KeyMode = 'heading' | 'cell' | 'entry' | 'edit'

export type GridCommand =
  | { kind: 'move'; to: MoveTarget; isExtending: boolean }
  | { kind: 'enter' | 'tab'; isBackward: boolean }
  | { kind: 'commitAndMove'; to: Direction }
  | { kind: 'commitAndEnter' | 'commitAndTab'; isBackward: boolean }
  | { kind: 'resize'; by: 'wider' | 'narrower' }
  | { kind: PlainCommand }

type PlainCommand =
  | 'all'
  | 'rows'
  | 'columns'
  | 'tick'
  | 'startEdit'
  | 'startEmptyEdit'
  | 'openChoices'
  | 'clear'
  | 'fillDown'
  | 'fillSelection'
  | 'commitAndFill'
  | 'cancel'
  | 'endEntry'
  | 'copyWithHeadings'
  | 'writeToday'
  | 'openMenu'
  | 'sort'

const arrows = new Map<string, Direction>([
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
])

const namedKeys = new Set([...arrows.keys(), 'Home', 'End', 'PageUp', 'PageDown', 'Delete', 'Enter'])

/** The physical key, so that no layout or input method moves a shortcut; the number pad counts by what it does. */
function getCode({ code, key }: KeyChord): string {
  if ((code === '' || code.startsWith('Numpad')) && namedKeys.has(key)) return key
  return code
}

function getModifiers({ ctrlKey, shiftKey, altKey, metaKey }: KeyChord): string {
  return `${ctrlKey ? 'C' : ''}${altKey ? 'A' : ''}${shiftKey ? 'S' : ''}${metaKey ? 'M' : ''}`
}

const plain = (kind: PlainCommand): GridCommand => ({ kind })

const cellCommands = new Map<string, GridCommand>([
  ['C+KeyA', plain('all')],
  ['A+KeyR', plain('rows')],
  ['A+KeyQ', plain('columns')],
  ['+Space', plain('tick')],
  ['+F2', plain('startEdit')],
  ['+Backspace', plain('startEmptyEdit')],
  ['A+ArrowDown', plain('openChoices')],
  ['+Delete', plain('clear')],
  ['C+KeyD', plain('fillDown')],
  ['C+Enter', plain('fillSelection')],
  ['CA+KeyC', plain('copyWithHeadings')],
  ['C+Semicolon', plain('writeToday')],
  ['S+F10', plain('openMenu')],
  ['+ContextMenu', plain('openMenu')],
  ['+Escape', plain('endEntry')],
  ['+Enter', { kind: 'enter', isBackward: false }],
  ['S+Enter', { kind: 'enter', isBackward: true }],
  ['+Tab', { kind: 'tab', isBackward: false }],
  ['S+Tab', { kind: 'tab', isBackward: true }],
])

const headingCommands = new Map<string, GridCommand>([
  ['+Enter', plain('sort')],
  ['+Space', plain('sort')],
  ['A+ArrowDown', plain('openMenu')],
  ['S+F10', plain('openMenu')],
  ['+ContextMenu', plain('openMenu')],
  ['S+ArrowRight', { kind: 'resize', by: 'wider' }],
  ['S+ArrowLeft', { kind: 'resize', by: 'narrower' }],
  ['C+KeyA', plain('all')],
  ['A+KeyQ', plain('columns')],
])

const entryCommands = new Map<string, GridCommand>([
  ['+Enter', { kind: 'commitAndEnter', isBackward: false }],
  ['S+Enter', { kind: 'commitAndEnter', isBackward: true }],
  ['+Tab', { kind: 'commitAndTab', isBackward: false }],
  ['S+Tab', { kind: 'commitAndTab', isBackward: true }],
  ['C+Enter', plain('commitAndFill')],
  ['A+ArrowDown', plain('openChoices')],
  ['+Escape', plain('cancel')],
])

function getMove(code: string, modifiers: string): GridCommand | undefined {
  const isExtending = modifiers.endsWith('S')
  const hasCtrl = modifiers.startsWith('C')
  if (!['', 'S', 'C', 'CS'].includes(modifiers)) return undefined
  const direction = arrows.get(code)
  if (direction) return { kind: 'move', to: hasCtrl ? `${direction}Edge` : direction, isExtending }
  if (code === 'Home') return { kind: 'move', to: hasCtrl ? 'gridStart' : 'leftEdge', isExtending }
  if (code === 'End') return { kind: 'move', to: hasCtrl ? 'gridEnd' : 'rightEdge', isExtending }
  if (code === 'PageUp' && !hasCtrl) return { kind: 'move', to: 'pageUp', isExtending }
  if (code === 'PageDown' && !hasCtrl) return { kind: 'move', to: 'pageDown', isExtending }
  return undefined
}

/** The grid's meaning of a key, or undefined: then the key belongs to the text, the input method or the app. */
export function getGridCommand(chord: KeyChord, mode: KeyMode): GridCommand | undefined {
  if (chord.isComposing || (chord.keyCode === 229 && !chord.ctrlKey && !chord.altKey)) return undefined
  const code = getCode(chord)
  const modifiers = getModifiers(chord)
  const name = `${modifiers}+${code === 'NumpadEnter' ? 'Enter' : code}`
  if (mode === 'heading') return headingCommands.get(name) ?? getMove(code, modifiers)
  if (mode === 'cell') return cellCommands.get(name) ?? getMove(code, modifiers)
  const direction = mode === 'entry' && modifiers === '' ? arrows.get(code) : undefined
  return entryCommands.get(name) ?? (direction && { kind: 'commitAndMove', to: direction })
}
