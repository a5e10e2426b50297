import type { ModeRow } from '../contract/outputs.ts'
import type { ModeCase } from '../domain/mode-desk.ts'
import type { Translate } from '../locales/translate.ts'

export const describeModeCase = (
  kind: ModeCase,
  t: Translate,
): { label: string; takes: string; change: string } => ({
  label: t(`modes.kind.${kind}.label`),
  takes: t(`modes.kind.${kind}.takes`),
  change: t(`modes.kind.${kind}.change`),
})

export const describeMark = ({ mark, value }: ModeRow['marks'][number], t: Translate): string =>
  t(`modes.mark.${mark}`, { value })

type MessageRow = Pick<ModeRow, 'fbaId' | 'fc' | 'pro'>

/** What to tell a client of shipments of one case, in the client's language. */
export function formatModeMessage(
  client: string,
  kind: ModeCase,
  rows: readonly MessageRow[],
  t: Translate,
): string {
  const lines = rows.map(({ fbaId, fc, pro }, index) => {
    const values = { fbaId, fc: fc ?? t('modes.message.noFc'), pro: pro ?? '' }
    const line = pro === null ? t('modes.message.line', values) : t('modes.message.linePro', values)
    return `${index + 1}. ${line}`
  })
  return [t('modes.message.greeting', { client }), t(`modes.kind.${kind}.message`), ...lines].join('\n')
}
