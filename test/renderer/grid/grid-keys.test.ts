import { describe, expect, test } from 'vitest'
import { getGridCommand, type KeyChord, type KeyMode } from '../../../renderer/grid/grid-keys.ts'

/** "Ctrl+Shift+KeyA" as a key event would tell it. */
function press(keys: string, extra: Partial<KeyChord> = {}): KeyChord {
  const parts = keys.split('+')
  const code = parts.at(-1)!
  return {
    code,
    key: code,
    keyCode: 0,
    ctrlKey: parts.includes('Ctrl'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
    metaKey: parts.includes('Meta'),
    isComposing: false,
    ...extra,
  }
}

const modes: KeyMode[] = ['heading', 'cell', 'entry', 'edit']

describe('on a cell', () => {
  test.each([
    ['ArrowDown', { kind: 'move', to: 'down', isExtending: false }],
    ['Shift+ArrowLeft', { kind: 'move', to: 'left', isExtending: true }],
    ['Ctrl+ArrowUp', { kind: 'move', to: 'upEdge', isExtending: false }],
    ['Ctrl+Shift+ArrowRight', { kind: 'move', to: 'rightEdge', isExtending: true }],
    ['Home', { kind: 'move', to: 'leftEdge', isExtending: false }],
    ['Ctrl+Shift+End', { kind: 'move', to: 'gridEnd', isExtending: true }],
    ['PageDown', { kind: 'move', to: 'pageDown', isExtending: false }],
    ['Ctrl+KeyA', { kind: 'all' }],
    ['Alt+KeyR', { kind: 'rows' }],
    ['Alt+KeyQ', { kind: 'columns' }],
    ['Space', { kind: 'tick' }],
    ['F2', { kind: 'startEdit' }],
    ['Delete', { kind: 'clear' }],
    ['Ctrl+KeyD', { kind: 'fillDown' }],
    ['Ctrl+Enter', { kind: 'fillSelection' }],
    ['Ctrl+Alt+KeyC', { kind: 'copyWithHeadings' }],
    ['Shift+Enter', { kind: 'enter', isBackward: true }],
    ['Shift+Tab', { kind: 'tab', isBackward: true }],
    ['Shift+F10', { kind: 'openMenu' }],
  ])('%s', (keys, command) => {
    expect(getGridCommand(press(keys), 'cell')).toEqual(command)
  })

  test('the physical key counts, whatever letter the layout puts on it', () => {
    expect(getGridCommand(press('Ctrl+KeyD', { key: 'в' }), 'cell')).toEqual({ kind: 'fillDown' })
  })

  test('the number pad moves while Num Lock is off and types while it is on', () => {
    expect(getGridCommand(press('Numpad8', { key: 'ArrowUp' }), 'cell')).toEqual({
      kind: 'move',
      to: 'up',
      isExtending: false,
    })
    expect(getGridCommand(press('Numpad8', { key: '8' }), 'cell')).toBeUndefined()
    expect(getGridCommand(press('NumpadEnter', { key: 'Enter' }), 'cell')).toEqual({
      kind: 'enter',
      isBackward: false,
    })
  })
})

describe('while editing', () => {
  test('arrows leave a cell that typing replaced, and move in the text after F2', () => {
    expect(getGridCommand(press('ArrowRight'), 'entry')).toEqual({ kind: 'commitAndMove', to: 'right' })
    expect(getGridCommand(press('ArrowRight'), 'edit')).toBeUndefined()
    expect(getGridCommand(press('Shift+ArrowRight'), 'entry')).toBeUndefined()
  })

  test('Enter, Tab, Ctrl+Enter and Escape end it', () => {
    expect(getGridCommand(press('Enter'), 'edit')).toEqual({ kind: 'commitAndEnter', isBackward: false })
    expect(getGridCommand(press('Shift+Tab'), 'edit')).toEqual({ kind: 'commitAndTab', isBackward: true })
    expect(getGridCommand(press('Ctrl+Enter'), 'entry')).toEqual({ kind: 'commitAndFill' })
    expect(getGridCommand(press('Escape'), 'entry')).toEqual({ kind: 'cancel' })
  })

  test('keys of the text stay with the text', () => {
    for (const keys of ['Ctrl+KeyA', 'Home', 'Delete', 'Backspace', 'Ctrl+KeyD', 'Space']) {
      expect(getGridCommand(press(keys), 'edit')).toBeUndefined()
    }
  })
})

describe('what belongs to an input method or to the app', () => {
  test('no key counts while composing, least of all Enter', () => {
    for (const mode of modes) {
      for (const keys of ['Enter', 'Escape', 'Tab', 'ArrowDown', 'Space', 'Ctrl+Enter']) {
        expect(getGridCommand(press(keys, { isComposing: true }), mode)).toBeUndefined()
      }
    }
  })

  test('a key the input method has taken (229) does not count', () => {
    expect(getGridCommand(press('Enter', { keyCode: 229 }), 'entry')).toBeUndefined()
    expect(getGridCommand(press('Space', { keyCode: 229 }), 'cell')).toBeUndefined()
  })

  test('a shortcut with Ctrl works under an input method that is on but not composing', () => {
    expect(getGridCommand(press('Ctrl+KeyD', { keyCode: 229 }), 'cell')).toEqual({ kind: 'fillDown' })
  })

  test('keys of input methods and screenshot tools are never bound', () => {
    const keys = ['Ctrl+Space', 'Shift+Space', 'Ctrl+Comma', 'Ctrl+Period', 'Alt+KeyA', 'Ctrl+Alt+KeyA']
    for (const mode of modes) {
      for (const key of keys) expect(getGridCommand(press(key), mode)).toBeUndefined()
    }
  })

  test('letters, digits, F-keys other than F2 and unknown chords go on to the app', () => {
    const keys = ['KeyA', 'Shift+KeyR', 'Digit1', 'F1', 'F4', 'F5', 'F6', 'F8', 'Shift+F8', 'F9']
    const chords = [
      'Ctrl+KeyK',
      'Ctrl+KeyZ',
      'Ctrl+KeyY',
      'Ctrl+KeyF',
      'Ctrl+KeyC',
      'Ctrl+KeyV',
      'Ctrl+Tab',
      'Alt+Enter',
    ]
    for (const mode of modes) {
      for (const key of [...keys, ...chords]) expect(getGridCommand(press(key), mode)).toBeUndefined()
    }
  })
})
