import type { SheetNotice } from '../domain/sheet/sheet-notices.ts'
import type { Translate } from '../locales/translate.ts'

export const describeSheetNotice = ({ kind, count }: SheetNotice, t: Translate): string =>
  t(`import.notice.${kind}`, { count })
