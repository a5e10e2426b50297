import type { KeyboardEventHandler, RefObject } from 'react'
import type { CellEditor } from './use-cell-editor.ts'
import type { GridClipboard } from './use-grid-clipboard.ts'

interface GridCellEditorProps {
  fieldRef: RefObject<HTMLTextAreaElement | null>
  editor: CellEditor
  clipboard: GridClipboard
  onKeyDown: KeyboardEventHandler
  /** The focus has gone elsewhere in the window. */
  onLeave: () => void
  /** What the active cell is called and holds. */
  label: string
  description: string | undefined
  /** The grid, or the list of choices while that is open. */
  controlsId: string
  /** The active cell or choice, unless the text itself is being edited. */
  activeElementId: string | undefined
  isReadOnly: boolean
  isMono: boolean
  align: 'start' | 'end' | 'center' | undefined
}

/**
 * The text field that sits, unseen, in the active cell and has the focus whenever the grid has. Because it is there
 * before the first key, a Chinese input method composes into it from that key on. Between edits it speaks for the active
 * cell through `aria-activedescendant`.
 */
export function GridCellEditor({
  fieldRef,
  editor,
  clipboard,
  onKeyDown,
  onLeave,
  ...cell
}: GridCellEditorProps) {
  return (
    <textarea
      ref={fieldRef}
      className={cell.isMono ? 'grid-editor grid-mono' : 'grid-editor'}
      data-open={editor.session !== undefined || undefined}
      data-align={cell.align}
      rows={1}
      spellCheck={false}
      autoComplete="off"
      readOnly={cell.isReadOnly}
      aria-label={cell.label}
      aria-description={cell.description}
      aria-controls={cell.controlsId}
      aria-activedescendant={cell.activeElementId}
      onInput={editor.onInput}
      onCompositionStart={editor.onCompositionStart}
      onCompositionEnd={editor.onCompositionEnd}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => {
        // Between edits only the menu key comes here, and that has been dealt with.
        if (!editor.session) event.preventDefault()
      }}
      onCopy={clipboard.onCopy}
      onCut={clipboard.onCut}
      onPaste={clipboard.onPaste}
      onBlur={() => {
        // Another window in front is no reason to end an edit.
        if (document.hasFocus()) onLeave()
      }}
    />
  )
}
