import type { PairingResult, PairingView } from '../../shared/contract/outputs.ts'
import { getBridge } from '../api.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import { chooseFiles } from '../shell/choose-files.ts'
import { showToast } from '../shell/toasts.ts'
import {
  isClean,
  openPairing,
  type PairingShipment,
  type PairingSource,
  setPairingSource,
  usePairing,
  writePairing,
} from './pairing-sheet.ts'

const tailLength = 4

/** First, middle and last pair: enough to see by eye that a list is not shifted. */
export function formatAnchors({ pairs }: PairingView, t: Translate): string {
  const places = [...new Set([0, Math.floor(pairs.length / 2), pairs.length - 1])]
  return places
    .flatMap((place) => pairs[place] ?? [])
    .map(({ boxName, trackingId }) =>
      t('boxes.pairing.anchor', {
        box: boxName.replace(/^.*(?=U\d+$)/, ''),
        number: trackingId.slice(-tailLength),
      }),
    )
    .join(t('common.listSeparator'))
}

function describeWritten(
  { written, shipments }: PairingResult,
  view: PairingView,
  shipment: PairingShipment | null,
  t: Translate,
): string {
  if (view.rule !== 'by-order' || !shipment) return t('boxes.pairing.written', { boxes: written, shipments })
  const anchors = formatAnchors(view, t)
  return t('boxes.pairing.writtenByOrder', { boxes: written, fbaId: shipment.fbaId, anchors })
}

export async function write(t: Translate, onDone: () => void): Promise<void> {
  const { view, shipment, isSettled } = usePairing.getState()
  const result = await writePairing()
  if (!result || !view) return
  const shown: PairingView = isSettled ? { ...view, rule: 'by-hand' } : view
  showToast({ tone: 'done', text: describeWritten(result, shown, shipment, t), action: 'undo' })
  onDone()
}

/** A list that agrees in everything is written at once; else the panel opens at the first difference. */
export async function pairList(source: PairingSource, t: Translate, onDone: () => void): Promise<void> {
  await setPairingSource(source)
  if (isClean(usePairing.getState())) await write(t, onDone)
  else openPairing()
}

/** A carrier's file dropped on the window. */
export async function offerList(file: File, t: Translate, onDone: () => void): Promise<void> {
  const [offered] = await getBridge().offerFiles([file])
  if (offered) await pairList({ file: offered.token, name: offered.name }, t, onDone)
}

export async function pickList(t: Translate, onDone: () => void): Promise<void> {
  const [picked] = await chooseFiles()
  if (picked) await pairList({ file: picked.token, name: picked.name }, t, onDone)
}
