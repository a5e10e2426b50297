import { type KeyboardEvent, type RefObject, useEffect, useMemo, useState } from 'react'
import { ArrayRows } from '../grid/array-rows.ts'
import type { CellEdit, GridColumn, GridHandle } from '../grid/grid-types.ts'
import { Grid } from '../grid/grid.tsx'
import { useT } from '../i18n.ts'
import { type Translate } from '../../shared/locales/translate.ts'
import { describeMismatch } from '../../shared/words/describe-mismatch.ts'
import { getGridTexts } from '../shell/grid-words.ts'
import { type Alignment, dropEntry, insertGap, shiftUp } from './alignment.ts'
import { type AlignmentRow, describeRowBox } from './alignment-rows.ts'

function getColumns(t: Translate): GridColumn<AlignmentRow>[] {
  return [
    {
      id: 'box',
      title: t('boxes.column.boxId'),
      width: 184,
      isMono: true,
      getText: (row) => row.boxName ?? t('boxes.pairing.noBox'),
      getCellState: (row) => (row.gets === 'number' ? undefined : 'error'),
      getTitle: (row) => describeRowBox(row, t),
    },
    {
      id: 'line',
      title: t('boxes.pairing.line'),
      width: 48,
      align: 'end',
      getText: (row) => (row.number ? String(row.number.index + 1) : ''),
    },
    {
      id: 'number',
      title: t('boxes.column.trackingId'),
      width: 204,
      isMono: true,
      getText: (row) => row.number?.trackingId ?? row.number?.text ?? '',
      isEditable: (row) => row.number !== null,
      render: (row) => renderNumber(row, t),
      getCellState: (row) => {
        if (row.mismatches.some(({ level }) => level === 'block') || row.number?.trackingId === null)
          return 'error'
        if (row.number === null) return 'gap'
        return row.mismatches.length > 0 ? 'changed' : 'proposed'
      },
      getTitle: (row) => getTitle(row, t),
    },
  ]
}

function renderNumber({ number, before }: AlignmentRow, t: Translate) {
  if (number !== null) return number.trackingId ?? number.text
  return before ?? <span className="pairing-gap">{t('boxes.pairing.gap')}</span>
}

function getTitle({ number, before, mismatches }: AlignmentRow, t: Translate): string | undefined {
  const lines = mismatches.map((mismatch) => describeMismatch(mismatch, t))
  if (number !== null && before !== null && before !== number.trackingId)
    lines.push(t('boxes.pairing.before', { before }))
  return lines.length === 0 ? undefined : lines.join('\n')
}

const getRowKey = (row: AlignmentRow): string => row.key

/** The alignment after a key, or undefined if the key is not one of the panel's. */
function moveByKey(event: KeyboardEvent, entries: Alignment, at: number): Alignment | undefined {
  if (event.ctrlKey || event.shiftKey || event.metaKey) return undefined
  if (event.altKey) {
    if (event.code === 'ArrowDown') return insertGap(entries, at)
    return event.code === 'ArrowUp' ? shiftUp(entries, at) : undefined
  }
  if (event.code === 'Insert') return insertGap(entries, at)
  return event.code === 'Delete' ? dropEntry(entries, at) : undefined
}

export interface LineEntry {
  index: number
  text: string
}

/** Between edits the grid's own text field has the focus too; only an open one is typed in. */
const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.dataset['open'] !== undefined

interface AlignmentGridProps {
  gridRef: RefObject<GridHandle | null>
  rows: readonly AlignmentRow[]
  entries: Alignment
  /** Undefined where labels decide and nothing can be moved. */
  onMove: ((entries: Alignment) => void) | undefined
  /** Numbers typed anew, or emptied, by their lines; undefined where the rows are not lines of the list. */
  onEntries: ((typed: readonly LineEntry[]) => Promise<void>) | undefined
}

/** Boxes and numbers side by side. Ins makes a gap, Del drops, Alt with an arrow shifts the rest, F2 types anew. */
export function AlignmentGrid({ gridRef, rows, entries, onMove, onEntries }: AlignmentGridProps) {
  const t = useT()
  const [source] = useState(() => new ArrayRows<AlignmentRow>(rows))
  const columns = useMemo(() => getColumns(t), [t])
  const texts = useMemo(() => getGridTexts(t), [t])
  useEffect(() => source.replace(rows), [source, rows])

  // From any column: the row is the line.
  const dropByKey = (event: KeyboardEvent) => {
    const isDel = event.code === 'Delete' && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (!onEntries || !isDel) return
    event.preventDefault()
    event.stopPropagation()
    const { firstRow, lastRow } = gridRef.current!.getSelection()
    const dropped = rows.slice(Math.max(0, firstRow), lastRow + 1).flatMap(({ number }) => number ?? [])
    if (dropped.length > 0) void onEntries(dropped.map(({ index }) => ({ index, text: '' })))
  }

  const onEdit = async (edits: readonly CellEdit[]): Promise<boolean> => {
    const typed = edits.flatMap(({ rowKey, text }) => {
      const line = rows.find((row) => row.key === rowKey)?.number
      return line ? [{ index: line.index, text }] : []
    })
    await onEntries?.(typed)
    return true
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || isTyping(event)) return
    if (!onMove) {
      dropByKey(event)
      return
    }
    const { active } = gridRef.current!.getSelection()
    const moved = moveByKey(event, entries, active.rowIndex)
    if (!moved) return
    event.preventDefault()
    event.stopPropagation()
    onMove(moved)
    const step = event.code === 'ArrowUp' ? -1 : event.code === 'ArrowDown' ? 1 : 0
    if (moved !== entries && step !== 0) gridRef.current!.moveTo(Math.max(0, active.rowIndex + step))
  }

  return (
    <div className="pairing-grid" onKeyDownCapture={onKeyDown}>
      <Grid
        ref={gridRef}
        label={t('boxes.pairing.alignment')}
        texts={texts}
        source={source}
        columns={columns}
        getRowKey={getRowKey}
        onEdit={onEntries ? onEdit : undefined}
      />
    </div>
  )
}
