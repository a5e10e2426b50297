import { Fragment, useEffect } from 'react'
import type { DraftSheet, DraftSummary } from '../../shared/contract/outputs.ts'
import type { ImportField } from '../../shared/domain/sheet/import-field.ts'
import type { LayoutColumn } from '../../shared/domain/sheet/sheet-layout.ts'
import { useT } from '../i18n.ts'
import { describeCellProblem } from '../../shared/words/describe-problem.ts'
import { describeSheetNotice } from '../../shared/words/describe-sheet-notice.ts'
import { ColumnChip } from './column-chip.tsx'
import { formatColumnLetter } from './column-letter.ts'
import { getChipId, revealQuestion } from './question-focus.ts'
import { getSheetMarks, hasColumns, type SheetMarks } from './sheet-marks.ts'

/** Wider sheets are rare and only slow the view down; a column that asks something is always shown. */
const mostColumns = 120

interface RawSheetProps {
  draft: DraftSummary
  sheet: DraftSheet
  onSettle: (column: number, field: ImportField | null) => void
}

/** The client's sheet as it is, with what each column is taken for right above its heading. */
export function RawSheet({ draft, sheet, onSettle }: RawSheetProps) {
  const t = useT()
  const { layout, preview } = sheet
  const isSettled = draft.questions === 0
  const hasTable = hasColumns(layout)
  const width = Math.max(layout.columns.length, ...preview.map(({ cells }) => cells.length))
  const asking = new Set(
    layout.columns.filter(({ verdict }) => verdict === 'confirm').map(({ index }) => index),
  )
  const shown = layout.isAcross
    ? layout.columns.map(({ index }) => index)
    : [...Array(width).keys()].filter((index) => index < mostColumns || asking.has(index))
  const marks = getSheetMarks(sheet, draft.problems)
  const rows = preview.map((line) => (
    <RawRow
      key={line.row}
      line={line}
      place={layout.isAcross ? formatColumnLetter(line.row - 1) : String(line.row)}
      columns={shown}
      marks={marks}
      factText={t('import.sheet.fact')}
    />
  ))
  const firstBelow = preview.findIndex(({ row }) => row >= marks.firstHeadingRow)
  const above = hasTable && firstBelow !== -1 ? firstBelow : 0
  return (
    <>
      <div
        className="import-raw"
        {...(hasTable ? {} : { tabIndex: 0, role: 'region', 'aria-label': t('import.sheet.table') })}
      >
        <table className="import-raw-table" aria-label={`${t('import.sheet.table')}: ${sheet.name}`}>
          <thead>
            <tr>
              <th scope="col" className="import-raw-corner">
                <span className="ui-visually-hidden">{t('import.sheet.row')}</span>
              </th>
              {shown.map((column) => (
                <th key={column} scope="col">
                  {layout.isAcross ? column + 1 : formatColumnLetter(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, above)}
            {hasTable && <ChipRow sheet={sheet} isSettled={isSettled} columns={shown} onSettle={onSettle} />}
            {rows.slice(above)}
          </tbody>
        </table>
      </div>
      <SheetNotes sheet={sheet} hiddenColumns={layout.isAcross ? 0 : width - shown.length} />
    </>
  )
}

interface RawRowProps {
  line: DraftSheet['preview'][number]
  /** What the sheet itself calls the line. */
  place: string
  columns: readonly number[]
  marks: SheetMarks
  factText: string
}

function RawRow({ line: { row, cells }, place, columns, marks, factText }: RawRowProps) {
  const t = useT()
  const mark = marks.getRowMark(row)
  const markText = { fact: factText, heading: t('import.sheet.heading'), totals: t('import.sheet.totals') }
  return (
    <tr data-mark={mark ?? undefined}>
      <th scope="row" title={mark ? markText[mark] : undefined}>
        {place}
        {mark && <span className="ui-visually-hidden">{markText[mark]}</span>}
      </th>
      {columns.map((column) => {
        const text = cells[column] ?? ''
        const problem = mark === 'totals' ? undefined : marks.getProblem(column, row)
        const cause = problem && describeCellProblem(problem, t).cause
        return (
          <td key={column} data-level={problem?.level} title={cause ?? text}>
            {text}
            {cause !== undefined && <span className="ui-visually-hidden">{` (${cause})`}</span>}
          </td>
        )
      })}
    </tr>
  )
}

interface ChipRowProps {
  sheet: DraftSheet
  /** Every proposal was accepted at once. */
  isSettled: boolean
  columns: readonly number[]
  onSettle: RawSheetProps['onSettle']
}

function ChipRow({ sheet, isSettled, columns, onSettle }: ChipRowProps) {
  const settled = isSettled ? sheet.layout.columns.map(settleColumn) : sheet.layout.columns
  const byIndex = new Map(settled.map((column) => [column.index, column]))
  const shown = columns.flatMap((index) => byIndex.get(index) ?? [])
  const chipId = (column: LayoutColumn) => getChipId(sheet.index, column.index)
  const firstQuestion = shown.find(({ verdict }) => verdict === 'confirm')?.index

  useEffect(() => {
    if (firstQuestion !== undefined) revealQuestion(sheet.index, firstQuestion)
  }, [sheet.index, firstQuestion])

  const focusFrom = (index: number, key: string) => {
    const steps: Record<string, number> = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0 }
    const target = shown[Math.max(0, Math.min(shown.length - 1, steps[key] ?? shown.length - 1))]
    if (target) document.getElementById(chipId(target))?.focus()
  }

  return (
    <tr className="import-chip-row">
      <th />
      {columns.map((index) => {
        const column = byIndex.get(index)
        return (
          <Fragment key={index}>
            {column ? (
              <td>
                <ColumnChip
                  id={chipId(column)}
                  column={column}
                  columns={settled}
                  isTabStop={firstQuestion === undefined ? column === shown[0] : column.verdict === 'confirm'}
                  onSettle={(field) => onSettle(index, field)}
                  onMove={(key) => focusFrom(shown.indexOf(column), key)}
                />
              </td>
            ) : (
              <td />
            )}
          </Fragment>
        )
      })}
    </tr>
  )
}

const settleColumn = (column: LayoutColumn): LayoutColumn =>
  column.verdict === 'confirm' ? { ...column, verdict: 'known', reason: { kind: 'chosen' } } : column

function SheetNotes({ sheet, hiddenColumns }: { sheet: DraftSheet; hiddenColumns: number }) {
  const t = useT()
  const { blank, totals, held } = sheet.skipped
  const notes = [
    t(`import.file.shape.${sheet.layout.shape}`),
    sheet.layout.isAcross && t('import.sheet.turned'),
    t('import.file.rows', { count: sheet.rows }),
    blank > 0 && t('import.file.blank', { n: blank }),
    totals > 0 && t('import.file.totals', { n: totals }),
    held > 0 && t('import.file.held', { n: held }),
    sheet.preview.length < sheet.rows && t('import.sheet.shown', { n: sheet.preview.length }),
    hiddenColumns > 0 && t('import.sheet.moreColumns', { n: hiddenColumns }),
  ].filter((note) => typeof note === 'string')
  return (
    <>
      {sheet.notices.length > 0 && (
        <ul className="import-notices" aria-label={t('import.sheet.notices')}>
          {sheet.notices.map((notice) => (
            <li key={notice.kind}>{describeSheetNotice(notice, t)}</li>
          ))}
        </ul>
      )}
      <p className="import-notes">{notes.join(' · ')}</p>
    </>
  )
}
