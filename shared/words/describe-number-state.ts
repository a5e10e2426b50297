import type { NumberBatch, NumberStateView } from '../contract/outputs.ts'
import type { Translate } from '../locales/translate.ts'

interface Spelling {
  batch: (batch: NumberBatch) => string
  time: (atMs: number) => string
}

/** What became of a number: its state, what issued it, and the export it stood in. */
export function describeNumberState(view: NumberStateView, t: Translate, spelling: Spelling): string[] {
  const { batch, exported, isExported } = view
  const lines = [describeState(view, t)]
  if (batch) {
    const what = { what: spelling.batch(batch), who: batch.who, time: spelling.time(batch.atMs) }
    lines.push(t(batch.isUndone ? 'ledger.numberState.batchUndone' : 'ledger.numberState.batch', what))
  }
  if (exported)
    lines.push(
      t('ledger.numberState.exported', { time: spelling.time(exported.atMs), folder: exported.folder }),
    )
  else if (isExported) lines.push(t('ledger.numberState.exportedUnfinished'))
  return lines
}

function describeState({ number, block, state, wantedCheck, fbaId }: NumberStateView, t: Translate): string {
  const owner = fbaId ?? ''
  if (!block)
    return fbaId === null
      ? t('ledger.numberState.outside', { number })
      : t('ledger.numberState.outsideOn', { number, owner })
  const place = { number, carrier: block.carrier, block: block.id }
  if (wantedCheck !== null) return t('ledger.numberState.wrongCheck', { ...place, check: wantedCheck })
  return t(`ledger.numberState.${state ?? 'lost'}`, { ...place, owner })
}
