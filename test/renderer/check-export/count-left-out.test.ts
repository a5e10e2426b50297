import { expect, test } from 'vitest'
import { countLeftOut } from '../../../renderer/check-export/count-left-out.ts'
import type { ExportPlan } from '../../../shared/contract/outputs.ts'

type LeftOut = ExportPlan['leftOut'][number]

const makeLeftOut = (id: number, status: LeftOut['status'], reasons: LeftOut['reasons']): LeftOut => ({
  id,
  fbaId: `FBA15TB8M3X${id}`,
  client: '宁波星野',
  status,
  reasons,
})

test('every shipment stands under one reason, so that the counts add up; the largest group leads', () => {
  const groups = countLeftOut([
    makeLeftOut(1, 'exempt', []),
    makeLeftOut(2, 'incomplete', ['carrier-missing', 'pro-missing']),
    makeLeftOut(3, 'incomplete', ['tracking-missing']),
    makeLeftOut(4, 'incomplete', ['carrier-missing']),
    makeLeftOut(5, 'error', ['carrier-missing', 'tracking-repeated']),
  ])
  expect(groups).toEqual([
    { status: 'incomplete', reason: 'carrier-missing', ids: [2, 4] },
    { status: 'exempt', reason: null, ids: [1] },
    { status: 'incomplete', reason: 'tracking-missing', ids: [3] },
    { status: 'error', reason: 'carrier-missing', ids: [5] },
  ])
})
