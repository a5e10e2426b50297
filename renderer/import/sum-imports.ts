import type { CallOutput } from '../../shared/contract/contract.ts'

type Stored = CallOutput<'import.commit'>['imports'][number]

export const sumImports = (imports: readonly Stored[]): Omit<Stored, 'draftId' | 'history'> => ({
  shipments: imports.reduce((sum, { shipments }) => sum + shipments, 0),
  boxes: imports.reduce((sum, { boxes }) => sum + boxes, 0),
  changed: imports.reduce((sum, { changed }) => sum + changed, 0),
  problems: imports.reduce((sum, { problems }) => sum + problems, 0),
})

/** Nothing of it became work, so there are no gaps to fill. */
export const isHistoryOnly = (imports: readonly Stored[]): boolean =>
  imports.length > 0 && imports.every(({ history }) => history !== undefined)
