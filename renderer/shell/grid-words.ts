import type { CopyReport, GridTexts, PasteReport } from '../grid/grid-types.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import type { Message } from './toasts.ts'

export const getGridTexts = (t: Translate): GridTexts => ({
  tickAll: t('common.grid.tickAll'),
  tickRow: (row) => t('common.grid.tickRow', { row }),
  columnMenu: t('common.grid.columnMenu'),
  sortAscending: t('common.grid.sortAscending'),
  sortDescending: t('common.grid.sortDescending'),
  clearSort: t('common.grid.clearSort'),
  widen: t('common.grid.widen'),
  narrow: t('common.grid.narrow'),
  fitWidth: t('common.grid.fitWidth'),
  resetWidth: t('common.grid.resetWidth'),
  choices: t('common.grid.choices'),
})

/** What a paste left out; null when all of it went in, which the cells show by themselves. */
export function describePaste(report: PasteReport, t: Translate): Message | null {
  const rows = report.overflowRows.length
  const lines = [
    report.skippedCount > 0
      ? t('common.grid.pastedSkipped', { cells: report.cellCount, skipped: report.skippedCount })
      : '',
    rows > 0 ? t('common.grid.overflow', { rows }) : '',
  ].filter((line) => line !== '')
  return lines.length === 0 ? null : { tone: 'info', text: lines.join(t('common.listSeparator')) }
}

export const describeCopy = ({ isCopied, rowCount }: CopyReport, t: Translate): Message =>
  isCopied
    ? { tone: 'info', text: t('common.grid.copied', { rows: rowCount }) }
    : { tone: 'problem', text: t('common.grid.copyRefused') }
