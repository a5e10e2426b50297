import type { BlockView } from '../../shared/contract/outputs.ts'
import type { Translate } from '../../shared/locales/translate.ts'

/** In use, running out, used up, closed, or another desk's. */
export function describeBlockStatus(block: BlockView, t: Translate): string {
  if (block.isRetired) return t('ledger.part.retired')
  if (block.isClosed) return t('ledger.part.closed')
  if (block.left === 0) return t('data.blocks.usedUp')
  return t(block.isLow ? 'ledger.part.low' : 'ledger.part.open')
}
