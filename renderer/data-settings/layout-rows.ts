import type { CallOutput } from '../../shared/contract/contract.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import { formatFieldName } from '../../shared/words/describe-problem.ts'

/** A remembered layout, or a heading that was taught for all clients. */
export interface LayoutRow {
  key: string
  id: number
  isTaught: boolean
  client: string
  count: number
  columns: string
}

/** What goes for all clients stands first. */
export function listLayoutRows({ layouts, taught }: CallOutput<'layout.list'>, t: Translate): LayoutRow[] {
  return [
    ...taught.map(({ id, heading, field }) => ({
      key: `taught ${id}`,
      id,
      isTaught: true,
      client: t('data.layouts.allClients'),
      count: 1,
      columns: t('data.layouts.taught', {
        heading,
        field: field === null ? t('import.chip.extra') : formatFieldName(field, t),
      }),
    })),
    ...layouts.map(({ id, client, columns }) => ({
      key: `layout ${id}`,
      id,
      isTaught: false,
      client,
      count: columns.length,
      columns: columns.join(' · '),
    })),
  ]
}
