import { expect, test } from 'vitest'
import { commandNames } from '../../../renderer/shell/commands.ts'
import { type CommandChord, getChordText, getCommandOfChord } from '../../../renderer/shell/key-map.ts'

const press = (code: string, held: Partial<CommandChord> = {}): CommandChord => ({
  code,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  ...held,
})
const ctrl = { ctrlKey: true }

test.each([
  [press('F4'), 'scan'],
  [press('F6'), 'assign'],
  [press('F8'), 'check'],
  [press('F8', { shiftKey: true }), 'checkBack'],
  [press('F9'), 'export'],
  [press('KeyO', ctrl), 'import'],
  [press('KeyK', ctrl), 'search'],
  [press('KeyZ', ctrl), 'undo'],
  [press('KeyY', ctrl), 'redo'],
  [press('Digit3', ctrl), 'goShipments'],
  [press('Digit3', { altKey: true }), 'goShipments'],
  [press('F1'), 'help'],
] as const)('%o is the command %s', (chord, command) => {
  expect(getCommandOfChord(chord, false)).toBe(command)
})

test('no command fires while an input method composes', () => {
  expect(getCommandOfChord(press('F6', { isComposing: true }), false)).toBeUndefined()
})

test('a held key more is another chord', () => {
  expect(getCommandOfChord(press('F7', ctrl), false)).toBeUndefined()
  expect(getCommandOfChord(press('KeyO', { ctrlKey: true, altKey: true }), false)).toBeUndefined()
  expect(getCommandOfChord(press('KeyO', { ctrlKey: true, metaKey: true }), false)).toBeUndefined()
})

test('on a Mac the command key stands for Ctrl', () => {
  expect(getCommandOfChord(press('KeyO', { metaKey: true }), true)).toBe('import')
  expect(getCommandOfChord(press('KeyO', ctrl), true)).toBeUndefined()
})

test('no command sits on a bare letter, on Ctrl+Space or on the keys of an input method', () => {
  const chords = commandNames.map((name) => getChordText(name, false))
  expect(chords.filter((chord) => /^(?:Shift\+)?.$|Space|Ctrl\+[,.]/.test(chord))).toEqual([])
})

test('a chord is written as people know it', () => {
  expect(getChordText('import', false)).toBe('Ctrl+O')
  expect(getChordText('goBoxes', false)).toBe('Ctrl+4')
  expect(getChordText('goLoads', false)).toBe('Ctrl+5')
  expect(getChordText('checkBack', false)).toBe('Shift+F8')
  expect(getChordText('undo', true)).toBe('⌘Z')
})
