import type { ReactNode } from 'react'
import './table.css'

export interface TableColumn<Row> {
  id: string
  title: string
  align?: 'start' | 'end' | undefined
  /** The cell that names the row. */
  isRowHeader?: boolean | undefined
  render: (row: Row) => ReactNode
}

interface TableProps<Row> {
  label: string
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  getRowKey: (row: Row) => string
  /** Shown in place of rows. */
  emptyText?: string | undefined
}

/** A short list to read, such as problems or differences. Work on many rows belongs in `Grid`. */
export function Table<Row>({ label, columns, rows, getRowKey, emptyText }: TableProps<Row>) {
  return (
    <table className="ui-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ id, title, align }) => (
            <th key={id} scope="col" data-align={align}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={getRowKey(row)}>
            {columns.map(({ id, align, isRowHeader, render }) =>
              isRowHeader ? (
                <th key={id} scope="row" data-align={align}>
                  {render(row)}
                </th>
              ) : (
                <td key={id} data-align={align}>
                  {render(row)}
                </td>
              ),
            )}
          </tr>
        ))}
        {rows.length === 0 && emptyText !== undefined && (
          <tr>
            <td colSpan={columns.length} className="ui-table-empty">
              {emptyText}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
