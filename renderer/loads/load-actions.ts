import type { LoadView } from '../../shared/contract/outputs.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import { newOpId } from '../api.ts'
import { copyMessage } from '../check-export/copy-message.ts'
import { ask } from '../shell/ask.ts'
import { goTo } from '../shell/navigation.ts'
import { clearFilter, setSearch } from '../shell/shipment-scope.ts'
import { showToast } from '../shell/toasts.ts'

/** The list of shipments, with the load's number as its search. */
export function showShipmentsOf({ number }: LoadView): void {
  clearFilter()
  setSearch(number)
  goTo('shipments')
}

/** As the comma list that Carrier Central takes. */
export const copyFbaIds = ({ number, fbaIds }: LoadView, t: Translate): Promise<void> =>
  copyMessage(fbaIds.join(','), t('loads.copied', { number, count: fbaIds.length }), t)

/** Its shipments stand on no load then; one undo. */
export async function takeBack({ id, number }: LoadView, t: Translate): Promise<void> {
  const answer = await ask('load.remove', { opId: newOpId(), id })
  if (!answer.ok) return
  const text = t('loads.takenBack', { number, count: answer.value.shipments })
  showToast({ tone: 'done', text, action: 'undo' })
}
