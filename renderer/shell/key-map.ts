import type { CommandName } from './commands.ts'

/** The parts of a KeyboardEvent that decide; `code` is the physical key, so no input method moves a command. */
export interface CommandChord {
  code: string
  ctrlKey: boolean
  shiftKey: boolean
  altKey: boolean
  metaKey: boolean
  isComposing: boolean
}

/** Chord to command. Alt+2 … stand beside Ctrl+2 … because a browser tab keeps those for itself. */
const chords: Readonly<Record<string, CommandName>> = {
  'Ctrl+KeyO': 'import',
  F6: 'assign',
  'Ctrl+Shift+Enter': 'assignAlike',
  F8: 'check',
  'Shift+F8': 'checkBack',
  F9: 'export',
  'Shift+F9': 'forecast',
  'Shift+F6': 'modes',
  'Ctrl+KeyM': 'copyMessage',
  'Ctrl+KeyB': 'returnToClient',
  F4: 'scan',
  'Ctrl+KeyZ': 'undo',
  'Ctrl+KeyY': 'redo',
  'Ctrl+Shift+KeyZ': 'redo',
  'Ctrl+KeyK': 'search',
  'Ctrl+Tab': 'nextPane',
  F5: 'refresh',
  'Alt+Enter': 'panel',
  'Ctrl+F8': 'verify',
  'Ctrl+F9': 'reissue',
  'Ctrl+Digit2': 'goImport',
  'Alt+Digit2': 'goImport',
  'Ctrl+Digit3': 'goShipments',
  'Alt+Digit3': 'goShipments',
  'Ctrl+Digit4': 'goBoxes',
  'Alt+Digit4': 'goBoxes',
  'Ctrl+Digit5': 'goLoads',
  'Alt+Digit5': 'goLoads',
  'Ctrl+Digit6': 'goCheckExport',
  'Alt+Digit6': 'goCheckExport',
  'Ctrl+Digit7': 'goData',
  'Alt+Digit7': 'goData',
  F1: 'help',
}

const keyWords: Readonly<Record<string, string>> = { Enter: 'Enter', Escape: 'Esc' }

/** On a Mac the command key does what Ctrl does elsewhere. */
export function getCommandOfChord(chord: CommandChord, isMac: boolean): CommandName | undefined {
  if (chord.isComposing) return undefined
  const hasCtrl = isMac ? chord.metaKey : chord.ctrlKey
  const hasOther = isMac ? chord.ctrlKey : chord.metaKey
  if (hasOther) return undefined
  const name = `${hasCtrl ? 'Ctrl+' : ''}${chord.altKey ? 'Alt+' : ''}${chord.shiftKey ? 'Shift+' : ''}${chord.code}`
  return chords[name]
}

/** How the chord stands in buttons and in the key map, `Ctrl+O`. */
export function getChordText(command: CommandName, isMac: boolean): string {
  const name = Object.keys(chords).find((chord) => chords[chord] === command) ?? ''
  const text = name.replace(/Key|Digit/, '').replace(/[^+]+$/, (key) => keyWords[key] ?? key)
  return isMac ? text.replace('Ctrl+', '⌘') : text
}
