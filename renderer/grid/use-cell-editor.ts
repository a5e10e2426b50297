import { type FormEvent, type RefObject, useRef, useState } from 'react'
import type { CellPoint } from './grid-selection.ts'

/** An open editor. `entry` replaced the cell by typing, `edit` works on the text that was there. */
export interface EditSession {
  cell: CellPoint
  /** The row as it was when editing began, whatever moves meanwhile. */
  rowKey: string
  mode: 'entry' | 'edit'
}

export interface CellEditor {
  session: EditSession | undefined
  getSession: () => EditSession | undefined
  open: (session: EditSession, text: string) => void
  /** Closes the editor and gives what was typed. */
  take: () => string
  setText: (text: string) => void
  onInput: (event: FormEvent) => void
  onCompositionStart: () => void
  onCompositionEnd: () => void
}

/**
 * The life of the one text field of the grid, which keeps the focus also between edits so that an input method has a home.
 * `getEntry` says where typing on the active cell would go; undefined where nothing can be typed.
 */
export function useCellEditor(
  fieldRef: RefObject<HTMLTextAreaElement | null>,
  getEntry: () => EditSession | undefined,
  onInput: (text: string) => void,
  onClose: () => void,
): CellEditor {
  const newest = useRef<EditSession | undefined>(undefined)
  const [session, setState] = useState<EditSession>()

  const setSession = (next: EditSession | undefined) => {
    newest.current = next
    setState(next)
    if (!next) onClose()
  }

  const setText = (text: string) => {
    fieldRef.current!.value = text
    fieldRef.current!.setSelectionRange(text.length, text.length)
  }

  const open = (next: EditSession, text: string) => {
    setSession(next)
    setText(text)
    fieldRef.current!.focus({ preventScroll: true })
  }

  const take = () => {
    const { value } = fieldRef.current!
    setText('')
    setSession(undefined)
    return value
  }

  // The first key has already landed in the field when the editor opens, so no method can lose it.
  const openByTyping = () => {
    if (newest.current) return
    const entry = getEntry()
    if (entry) setSession(entry)
    else setText('')
  }

  const onCompositionEnd = () => {
    // A composition given up with Escape leaves nothing: committing that would clear the cell.
    if (newest.current?.mode === 'entry' && fieldRef.current!.value === '') setSession(undefined)
  }

  return {
    session,
    getSession: () => newest.current,
    open,
    take,
    setText,
    onInput: ({ nativeEvent }) => {
      // The browser's own undo would bring back what was typed into another cell.
      const isHistory = nativeEvent instanceof InputEvent && nativeEvent.inputType.startsWith('history')
      if (isHistory && !newest.current) setText('')
      const { value } = fieldRef.current!
      if (value !== '') openByTyping()
      onInput(value)
    },
    onCompositionStart: openByTyping,
    onCompositionEnd,
  }
}
