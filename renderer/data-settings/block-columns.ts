import { useMemo } from 'react'
import type { BlockView } from '../../shared/contract/outputs.ts'
import type { GridColumn } from '../grid/grid-types.ts'
import { useFormats, useT } from '../i18n.ts'
import { describeBlockStatus } from './block-status.ts'

export function useBlockColumns(): GridColumn<BlockView>[] {
  const t = useT()
  const { number } = useFormats()
  return useMemo(
    () => [
      {
        id: 'carrier',
        title: t('data.blocks.carrier'),
        width: 150,
        isFrozen: true,
        getText: ({ carrier }) => carrier,
      },
      {
        id: 'status',
        title: t('ledger.part.status'),
        width: 120,
        getText: (block) => describeBlockStatus(block, t),
        getCellState: ({ isLow }) => (isLow ? 'gap' : undefined),
      },
      {
        id: 'first',
        title: t('data.blocks.first'),
        width: 130,
        isMono: true,
        getText: ({ firstNumber }) => firstNumber,
      },
      {
        id: 'last',
        title: t('data.blocks.last'),
        width: 130,
        isMono: true,
        getText: ({ lastNumber }) => lastNumber,
      },
      {
        id: 'next',
        title: t('data.blocks.next'),
        width: 130,
        isMono: true,
        getText: ({ nextNumber }) => nextNumber ?? '—',
      },
      {
        id: 'left',
        title: t('data.blocks.left'),
        width: 90,
        align: 'end',
        getText: ({ left }) => number(left),
      },
      {
        id: 'days',
        title: t('ledger.part.stock'),
        width: 110,
        getText: ({ daysLeft }) =>
          daysLeft === null ? '' : t('ledger.part.days', { days: number(daysLeft) }),
      },
      {
        id: 'issued',
        title: t('data.blocks.issued'),
        width: 90,
        align: 'end',
        getText: ({ issued }) => number(issued),
      },
      {
        id: 'released',
        title: t('ledger.part.released'),
        width: 90,
        align: 'end',
        getText: ({ released }) => number(released),
      },
      {
        id: 'check',
        title: t('data.blocks.check'),
        width: 170,
        getText: ({ checkMethod }) => t(`data.checkMethod.${checkMethod}`),
      },
    ],
    [t, number],
  )
}
