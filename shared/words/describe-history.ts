import type { HistoryView } from '../contract/outputs.ts'
import type { Translate } from '../locales/translate.ts'

/** What an old sheet teaches the number blocks, a line for each. */
export const describeHistory = ({ blocks }: HistoryView, t: Translate): string[] =>
  blocks.length === 0
    ? [t('import.history.noBlock')]
    : blocks.flatMap((block) => [...describeUsed(block, t), ...describeFar(block, t)])

type BlockView = HistoryView['blocks'][number]

function describeUsed({ used, skipped, nextNumber, ...block }: BlockView, t: Translate): string[] {
  if (used === 0) return []
  const range = `${block.firstNumber} … ${block.lastNumber}`
  return [
    [
      t('import.history.used', { block: range, count: used }),
      ...(skipped > 0 ? [t('import.history.skipped', { count: skipped })] : []),
      nextNumber === null ? t('import.history.usedUp') : t('import.history.next', { next: nextNumber }),
    ].join(t('import.history.between')),
  ]
}

function describeFar({ far, ...block }: BlockView, t: Translate): string[] {
  if (far.length === 0) return []
  const listed = far.slice(0, 3).join(', ') + (far.length > 3 ? ' …' : '')
  const range = `${block.firstNumber} … ${block.lastNumber}`
  return [t('import.history.far', { block: range, count: far.length, numbers: listed })]
}
