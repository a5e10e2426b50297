import { describe, expect, test } from 'vitest'
import {
  checkRule,
  findRule,
  getRuleDay,
  planRuleMove,
  type RuleFacts,
} from '../../shared/domain/carrier-rule.ts'
import { makeRule } from '../support/factories.ts'

const facts: RuleFacts = {
  clientId: 1,
  fc: 'ONT8',
  amazonMode: 'LTL',
  weightKg: 150,
  day: '2026-11-27',
}
const fits = (values: Parameters<typeof makeRule>[0], over: Partial<RuleFacts> = {}): boolean =>
  findRule([makeRule(values)], { ...facts, ...over }) !== undefined

describe('a rule fits', () => {
  test('what all its conditions say; a blank one says nothing', () => {
    expect(fits({})).toBe(true)
    expect(fits({ clientId: 1, fc: 'ONT8', amazonMode: 'LTL' })).toBe(true)
    expect(fits({ clientId: 2 })).toBe(false)
    expect(fits({ fc: 'LAX9' })).toBe(false)
    expect(fits({ amazonMode: 'FTL' })).toBe(false)
  })

  test('weights from the first to the second, both included', () => {
    expect(fits({ weightFromKg: 150, weightToKg: 150 })).toBe(true)
    expect(fits({ weightFromKg: 150.1 })).toBe(false)
    expect(fits({ weightToKg: 149.9 })).toBe(false)
    expect(fits({ weightFromKg: 0 }, { weightKg: null })).toBe(false)
  })

  test('days from the first to the last, both included', () => {
    expect(fits({ dateFrom: '2026-11-27', dateTo: '2026-11-27' })).toBe(true)
    expect(fits({ dateFrom: '2026-11-28' })).toBe(false)
    expect(fits({ dateTo: '2026-11-26' })).toBe(false)
  })
})

test('the day is the ETA, else the appointment’s, else today', () => {
  const today = '2026-11-27'
  expect(getRuleDay({ etaOn: '2026-12-01', appointmentAt: '2026-12-03T10:00' }, today)).toBe('2026-12-01')
  expect(getRuleDay({ etaOn: null, appointmentAt: '2026-12-03T10:00' }, today)).toBe('2026-12-03')
  expect(getRuleDay({ etaOn: null, appointmentAt: null }, today)).toBe(today)
})

test('a rule that could never fit is refused', () => {
  expect(checkRule(makeRule({ weightFromKg: 500, weightToKg: 150 }))).toEqual({
    kind: 'rule-weights',
    from: 500,
    to: 150,
  })
  expect(checkRule(makeRule({ dateFrom: '2026-12-01', dateTo: '2026-11-30' }))).toEqual({
    kind: 'rule-dates',
    from: '2026-12-01',
    to: '2026-11-30',
  })
  expect(checkRule(makeRule({ weightFromKg: 150, weightToKg: 150 }))).toBeNull()
})

test('a rule moves past its neighbour in its set, and no further than the end', () => {
  const rules = [
    makeRule({ id: 1, position: 10 }),
    makeRule({ id: 2, position: 11, setId: 5 }),
    makeRule({ id: 3, position: 12 }),
  ]
  expect(planRuleMove(rules, 3, -1)).toEqual([
    { entity: 'rule', id: 3, field: 'position', before: 12, after: 10 },
    { entity: 'rule', id: 1, field: 'position', before: 10, after: 12 },
  ])
  expect(planRuleMove(rules, 3, 1)).toEqual([])
  expect(planRuleMove(rules, 2, -1)).toEqual([])
})
