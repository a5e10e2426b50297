import { type ClipboardEvent, type RefObject, useCallback, useMemo, useRef, useState } from 'react'
import type { CallInput } from '../../shared/contract/contract.ts'
import type { BoxView } from '../../shared/contract/outputs.ts'
import { newOpId } from '../api.ts'
import { Grid } from '../grid/grid.tsx'
import type { CellEdit, EditGesture, GridHandle, GridSelection } from '../grid/grid-types.ts'
import { useT } from '../i18n.ts'
import { ask } from '../shell/ask.ts'
import { useCommand } from '../shell/commands.ts'
import { describeCopy, describePaste, getGridTexts } from '../shell/grid-words.ts'
import { keepWidth, readWidths } from '../shell/kept-widths.ts'
import { useShipmentScope } from '../shell/shipment-scope.ts'
import { showToast } from '../shell/toasts.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { getBoxColumns } from './box-columns.tsx'
import { getBoxRows, refreshBoxes, useBoxList } from './box-rows.ts'
import { findNextBox } from './find-next-box.ts'
import { pairList } from './pair-list.ts'
import { aimPairing, emptyPairing } from './pairing-sheet.ts'
import { isListForPairing, isPlainPaste } from './route-paste.ts'

const gridName = 'boxes'

type BoxField = CallInput<'box.edit'>['edits'][number]['field']
const editFields: ReadonlySet<string> = new Set<BoxField>(['boxId', 'trackingId', 'weightKg'])
const isEditField = (columnId: string): columnId is BoxField => editFields.has(columnId)

async function editBoxes(edits: readonly CellEdit[], gesture: EditGesture): Promise<boolean> {
  const stored = edits.flatMap(({ rowKey, columnId, text }) =>
    isEditField(columnId) ? [{ id: Number(rowKey), field: columnId, text }] : [],
  )
  const answer = await ask('box.edit', { opId: newOpId(), edits: stored, gesture })
  if (answer.ok) await refreshBoxes('all').catch(() => undefined)
  return answer.ok
}

const getEmptyWords = (isSearching: boolean, missingOnly: boolean) =>
  isSearching ? 'boxes.noneFound' : missingOnly ? 'boxes.noneMissing' : 'boxes.empty'

const getRowKey = (row: BoxView): string => String(row.id)
const isFilled = (row: BoxView): boolean => row.trackingId !== null

interface BoxGridProps {
  gridRef: RefObject<GridHandle | null>
  onSelectionChange: (selection: GridSelection) => void
}

export function BoxGrid({ gridRef, onSelectionChange }: BoxGridProps) {
  const t = useT()
  const { missingOnly, needing } = useBoxList()
  const isSearching = useShipmentScope(({ search }) => search.trim() !== '')
  const source = getBoxRows(missingOnly)
  const isGap = useCallback(
    (row: BoxView) => row.trackingId === null && needing.has(row.shipmentId),
    [needing],
  )
  const columns = useMemo(() => getBoxColumns(t, isGap), [t, isGap])
  const texts = useMemo(() => getGridTexts(t), [t])
  const [widths] = useState(() => readWidths(gridName))
  /** The newest paste as it came, and the selection it came upon. */
  const pasted = useRef<{ text: string; selection: GridSelection }>(null)

  const goToProblem = async (direction: 'next' | 'back') => {
    const { rowIndex } = gridRef.current!.getSelection().active
    const found = await findNextBox(
      source,
      Math.max(0, rowIndex),
      direction,
      (row) => isGap(row) || row.check === 'invalid',
    )
    if (found >= 0) gridRef.current?.moveTo(found, 'trackingId')
    else showToast({ tone: 'done', text: t('boxes.noProblem') })
  }
  useCommand('check', () => void goToProblem('next'))
  useCommand('checkBack', () => void goToProblem('back'))
  useCommand('focusGrid', () => gridRef.current?.focus())

  // Several numbers pasted on the tracking column are a list: it is written as it is only where it fits.
  const getListToPair = async (): Promise<{ text: string; row: BoxView | undefined } | null> => {
    if (!pasted.current) return null
    const { text, selection } = pasted.current
    if (selection.columnIds[0] !== 'trackingId') return null
    const lines = text.replace(/[\r\n]+$/, '').split(/\r\n|\r|\n/)
    const boxes = await source.loadRows(selection.firstRow, selection.firstRow + lines.length)
    const selectedRows = selection.lastRow - selection.firstRow + 1
    return isPlainPaste({ lines, boxes, selectedRows }) ? null : { text, row: boxes[0] }
  }

  const pairPasted = async (text: string, row: BoxView | undefined) => {
    emptyPairing()
    aimPairing(row ? { id: row.shipmentId, fbaId: row.fbaId } : null)
    await pairList({ text }, t, () => gridRef.current?.focus())
  }

  const onEdit = async (edits: readonly CellEdit[], gesture: EditGesture) => {
    const list = gesture === 'paste' ? await getListToPair() : null
    if (!list) return editBoxes(edits, gesture)
    await pairPasted(list.text, list.row)
    return false
  }

  // Where no cell can take it, a list is still a list.
  const onPasteCapture = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    const selection = gridRef.current!.getSelection()
    pasted.current = { text, selection }
    const isTyping = event.target instanceof HTMLElement && event.target.dataset['open'] !== undefined
    const row = source.getRow(selection.firstRow)
    if (isTyping || !row || isEditField(selection.columnIds[0] ?? '') || !isListForPairing(text)) return
    event.preventDefault()
    event.stopPropagation()
    void pairPasted(text, row)
  }

  return (
    <div className="boxes-grid" data-pane onPasteCapture={onPasteCapture}>
      <Grid
        key={String(missingOnly)}
        ref={gridRef}
        label={t('boxes.gridLabel')}
        texts={texts}
        source={source}
        columns={columns}
        getRowKey={getRowKey}
        getRowLabel={(row) => row.boxId ?? `${row.fbaId} ${row.position}`}
        isRowDimmed={missingOnly ? isFilled : undefined}
        emptyState={<EmptyState>{t(getEmptyWords(isSearching, missingOnly))}</EmptyState>}
        columnWidths={widths}
        onColumnResize={(columnId, width) => keepWidth(gridName, columnId, width)}
        onEdit={onEdit}
        onPaste={(report) => {
          const message = describePaste(report, t)
          if (message) showToast(message)
        }}
        onCopy={(report) => showToast(describeCopy(report, t))}
        onLoadFailed={() => showToast({ tone: 'problem', text: t('common.grid.notLoaded') })}
        onSelectionChange={onSelectionChange}
      />
    </div>
  )
}
