import { describe, expect, test } from 'vitest'
import { amazonPack } from '../../../shared/domain/rule-pack/amazon-pack.ts'
import type { ReadinessReason } from '../../../shared/domain/readiness.ts'
import { judgeShipment, type Override } from '../../../shared/domain/rule-pack/judge-shipment.ts'
import type { RuleLevel } from '../../../shared/domain/rule-pack/rule.ts'
import { createRulebook } from '../../../shared/domain/rule-pack/rulebook.ts'
import type { Shipment } from '../../../shared/domain/shipment.ts'
import { makeFacts } from '../../support/factories.ts'

const judge = (
  shipment: Partial<Shipment>,
  day: string,
  levels: [ReadinessReason, RuleLevel][] = [],
  overrides: Override[] = [],
) =>
  judgeShipment(
    makeFacts({ pro: '8100200008', ...shipment }, { day }),
    createRulebook(amazonPack, day, new Map(levels)),
    overrides,
  )

const domestic = { createdOn: '2026-10-13', origin: 'domestic' } as const

describe('the clock', () => {
  test('warns with 14 days left and keeps the shipment from the closing day on', () => {
    expect(judge(domestic, '2026-11-12').warnings).not.toContain('closes-soon')
    expect(judge(domestic, '2026-11-13').warnings).toContain('closes-soon')
    expect(judge(domestic, '2026-11-26')).toMatchObject({ status: 'ready', reasons: [] })
    expect(judge(domestic, '2026-11-27')).toMatchObject({ status: 'error', reasons: ['closed-by-clock'] })
  })

  test('only warns where the origin is not known', () => {
    const judgement = judge({ createdOn: '2026-10-13' }, '2026-12-20')
    expect(judgement).toMatchObject({ status: 'ready', reasons: [] })
    expect(judgement.warnings).toContain('closes-soon')
  })

  test('is no rule before 1 February 2024', () => {
    const old = { createdOn: '2023-10-01', origin: 'domestic' } as const
    expect(judge(old, '2024-01-31').reasons).toEqual([])
    expect(judge(old, '2024-02-01').reasons).toEqual(['closed-by-clock'])
  })

  test('may be let through for its closing day, and for no other', () => {
    const letThrough: Override[] = [{ rule: 'closed-by-clock', value: '2026-11-27' }]
    expect(judge(domestic, '2026-11-30', [], letThrough)).toMatchObject({
      letThrough: ['closed-by-clock'],
      reasons: [],
    })
    expect(judge({ ...domestic, createdOn: '2026-10-14' }, '2026-11-30', [], letThrough).reasons).toEqual([
      'closed-by-clock',
    ])
  })
})

describe('what was seen at Amazon', () => {
  test('keeps the shipment where the ID was not found or is dead', () => {
    const seen = { verifiedOn: '2026-11-27', verifiedBy: '小林' }
    expect(judge({ ...seen, finding: 'not_found' }, '2026-11-27').reasons).toEqual(['not-found'])
    expect(judge({ ...seen, finding: 'dead' }, '2026-11-27').reasons).toEqual(['dead-shipment'])
    expect(judge({ ...seen, finding: 'valid' }, '2026-11-27').reasons).toEqual([])
  })

  test('is asked for at the checkpoints, as a warning or as a block, as the desk has it set', () => {
    const due = { etaOn: '2026-12-01' }
    expect(judge(due, '2026-11-27')).toMatchObject({ status: 'ready' })
    expect(judge(due, '2026-11-27').warnings).toContain('not-verified')
    expect(judge(due, '2026-11-27', [['not-verified', 'block']]).reasons).toEqual(['not-verified'])
    expect(judge({ finding: 'not_found' }, '2026-11-27', [['not-found', 'warn']]).reasons).toEqual([])
  })
})

test('an ID that was replaced is exempt from everything and counts in no rate', () => {
  expect(judge({ ...domestic, pro: null, replacedBy: 7 }, '2026-12-20')).toMatchObject({
    status: 'exempt',
    reasons: [],
    warnings: [],
    infos: ['replaced'],
    isOpen: false,
    hasGap: false,
  })
})
