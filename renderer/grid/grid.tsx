import { memo, type ReactNode, useRef, useState } from 'react'
import './grid.css'
import { GridCellEditor } from './grid-cell-editor.tsx'
import { getChoiceElementId, GridChoiceList } from './grid-choice-list.tsx'
import { GridColumnMenu } from './grid-column-menu.tsx'
import { GridHeading } from './grid-heading.tsx'
import { getCellElementId } from './grid-ids.ts'
import { ActiveCellFrame, RangeOutline } from './grid-overlay.tsx'
import { GridPeek } from './grid-peek.tsx'
import { GridRow } from './grid-row.tsx'
import { getRange, headingRow, isSingleCell } from './grid-selection.ts'
import { countTicks, isRowTicked, type RowTicks } from './grid-ticks.ts'
import type { GridProps } from './grid-types.ts'
import { useGridModel } from './use-grid-model.ts'

function getTickState(ticks: RowTicks | undefined, total: number): 'none' | 'some' | 'all' {
  const count = ticks ? countTicks(ticks, total) : 0
  if (count === 0) return 'none'
  return count === total ? 'all' : 'some'
}

/**
 * A table for work: virtual rows, one Tab stop, a cursor, ranges, editing and the clipboard. What it handles it marks
 * with `preventDefault`; every other key goes on to the app.
 */
export function Grid<Row>(props: GridProps<Row>) {
  const { source, texts, ticks } = props
  const scrollerRef = useRef<HTMLDivElement>(null)
  const probeRef = useRef<HTMLDivElement>(null)
  const fieldRef = useRef<HTMLTextAreaElement>(null)
  const model = useGridModel(props, scrollerRef, probeRef, fieldRef)
  const [MemoRow] = useState(() => memo(GridRow<Row>))
  const { gridId, columns, layout, view, editor, choices, edits } = model
  const { anchor } = model.selection
  const range = getRange(model.selection)
  const isInHeading = anchor.row === headingRow
  const activeCell = model.active.get()
  const activeColumn = columns[anchor.column]
  const activeText = activeCell?.column.getText(activeCell.row) ?? ''
  const activeTitle = activeCell?.column.getTitle?.(activeCell.row)
  const isActiveDrawn =
    isInHeading ||
    (anchor.row >= view.firstRow &&
      anchor.row <= view.lastRow &&
      (layout.boxes[anchor.column]?.isFrozen ||
        (anchor.column >= view.firstColumn && anchor.column <= view.lastColumn)))
  const activeElementId = isActiveDrawn ? getCellElementId(gridId, anchor) : undefined
  const choicesId = `${gridId}-choices`
  const openChoices = editor.session && choices.state
  const choiceElementId =
    openChoices && openChoices.activeIndex >= 0
      ? getChoiceElementId(choicesId, openChoices.activeIndex)
      : undefined
  const { menuColumn } = model
  const menuHeading =
    menuColumn === undefined
      ? null
      : document.getElementById(getCellElementId(gridId, { row: headingRow, column: menuColumn }))

  const rows: ReactNode[] = []
  for (let rowIndex = view.firstRow; rowIndex <= view.lastRow; rowIndex += 1) {
    const row = source.getRow(rowIndex)
    const rowKey = row === undefined ? undefined : props.getRowKey(row)
    const isSelected = range !== undefined && rowIndex >= range.firstRow && rowIndex <= range.lastRow
    const getRowLabel = props.getRowLabel ?? columns[0]?.getText
    rows.push(
      <MemoRow
        key={rowIndex % view.rowSlots}
        gridId={gridId}
        row={row}
        rowKey={rowKey}
        rowIndex={rowIndex}
        columns={columns}
        layout={layout}
        firstColumn={view.firstColumn}
        lastColumn={view.lastColumn}
        selectedFrom={isSelected ? range.firstColumn : -1}
        selectedTo={isSelected ? range.lastColumn : -1}
        isTicked={model.hasTicks ? rowKey !== undefined && isRowTicked(ticks!, rowKey) : undefined}
        isDimmed={row !== undefined && props.isRowDimmed?.(row) === true}
        isEditingAllowed={props.onEdit !== undefined}
        tickLabel={
          model.hasTicks ? texts.tickRow(row === undefined ? '' : (getRowLabel?.(row) ?? '')) : undefined
        }
        pending={rowKey === undefined ? undefined : edits.pending.get(rowKey)}
      />,
    )
  }

  return (
    <div className="grid-scroller" ref={scrollerRef} onScroll={view.followScroll}>
      <div className="grid-probe" ref={probeRef} />
      <div className="grid-canvas" style={{ minWidth: layout.totalWidth }}>
        <div
          role="grid"
          id={gridId}
          className="grid-table"
          aria-label={props.label}
          aria-rowcount={source.total + 1}
          aria-colcount={columns.length + (model.hasTicks ? 1 : 0)}
          aria-multiselectable
          aria-readonly={props.onEdit === undefined}
          data-multi={(range && !isSingleCell(range)) || undefined}
        >
          <GridHeading
            gridId={gridId}
            columns={columns}
            layout={layout}
            firstColumn={view.firstColumn}
            lastColumn={view.lastColumn}
            texts={texts}
            sort={props.sort}
            activeColumn={isInHeading ? anchor.column : -1}
            tickState={model.hasTicks ? getTickState(ticks, source.total) : undefined}
            onMouseDown={model.onHeadingMouseDown}
            onTickAll={model.gestures.tickAll}
            onSort={model.toggleSort}
            onMenu={model.setMenuColumn}
            onResizeStart={model.resizing.startDrag}
            onFitWidth={model.resizing.fit}
          />
          {source.total > 0 && (
            <div
              role="rowgroup"
              className="grid-body"
              style={{ height: source.total * layout.rowHeight }}
              {...model.mouse}
            >
              {rows}
            </div>
          )}
        </div>
        <div className="grid-overlay">
          {range && !isSingleCell(range) && (
            <RangeOutline range={range} layout={layout} firstRow={view.firstRow} lastRow={view.lastRow} />
          )}
          <ActiveCellFrame
            point={anchor}
            layout={layout}
            isEditing={editor.session !== undefined}
            isHidden={isInHeading || source.total === 0}
          >
            <GridCellEditor
              fieldRef={fieldRef}
              editor={editor}
              clipboard={model.clipboard}
              onKeyDown={model.onKeyDown}
              onLeave={model.editing.commit}
              label={
                isInHeading ? (activeColumn?.title ?? '') : `${activeColumn?.title ?? ''}, ${activeText}`
              }
              description={activeTitle}
              controlsId={openChoices ? choicesId : gridId}
              activeElementId={editor.session ? choiceElementId : activeElementId}
              isReadOnly={editor.session === undefined && model.active.getEntry() === undefined}
              isMono={activeColumn?.isMono === true}
              align={activeColumn?.align}
            />
            {openChoices ? (
              <GridChoiceList
                id={choicesId}
                label={texts.choices}
                choices={openChoices.shown}
                activeIndex={openChoices.activeIndex}
                onPick={(choice) => {
                  editor.setText(choice)
                  model.editing.commit()
                }}
              />
            ) : (
              <GridPeek
                cellElementId={editor.session ? undefined : activeElementId}
                text={activeText}
                note={activeTitle}
                isMono={activeColumn?.isMono === true}
              />
            )}
          </ActiveCellFrame>
        </div>
      </div>
      {source.total === 0 && <div className="grid-empty">{props.emptyState}</div>}
      {menuColumn !== undefined && menuHeading && (
        <GridColumnMenu
          texts={texts}
          columnIndex={menuColumn}
          heading={menuHeading}
          isSortable={columns[menuColumn]?.isSortable === true && props.onSort !== undefined}
          onSort={(direction) => model.sortBy(menuColumn, direction)}
          resizing={model.resizing}
          onClose={() => model.setMenuColumn(undefined)}
        />
      )}
    </div>
  )
}
