import type { UndoResult } from '../contract/outputs.ts'
import type { Translate } from '../locales/translate.ts'

/** What went out already is with the clients, whatever is undone here. */
export function describeVoided(voided: NonNullable<UndoResult['voided']>, t: Translate): string {
  const said = t('common.voided', voided)
  return voided.exported === 0 ? said : t('common.voidedExported', { voided: said, count: voided.exported })
}
