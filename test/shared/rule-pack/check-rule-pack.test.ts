import { describe, expect, test } from 'vitest'
import { amazonPack } from '../../../shared/domain/rule-pack/amazon-pack.ts'
import { checkRulePack, extendRulePack } from '../../../shared/domain/rule-pack/check-rule-pack.ts'
import type { Rule } from '../../../shared/domain/rule-pack/rule.ts'

const makeRule = (values: Partial<Rule> = {}): Rule => ({
  id: 'pro-missing',
  marketplaces: ['US', 'DE'],
  effectiveFrom: null,
  effectiveTo: null,
  level: 'block',
  source: 'a page',
  confidence: 'secondary',
  ...values,
})
const check = (...rules: Rule[]) => checkRulePack({ id: 'test', rules })

test('the pack that ships has no fault', () => {
  expect(checkRulePack(amazonPack)).toEqual([])
})

describe('the entries of one rule', () => {
  test('follow each other day by day, in any order', () => {
    expect(
      check(
        makeRule({ effectiveFrom: '2024-03-01' }),
        makeRule({ effectiveTo: '2024-02-29', level: 'warn' }),
      ),
    ).toEqual([])
  })

  test('may begin late and end early: only days between them are a hole', () => {
    expect(check(makeRule({ effectiveFrom: '2021-10-01', effectiveTo: '2024-03-31' }))).toEqual([])
  })

  test('leave no hole in a marketplace', () => {
    expect(
      check(
        makeRule({ effectiveTo: '2024-02-27' }),
        makeRule({ effectiveFrom: '2024-03-01', marketplaces: 'all' }),
      ),
    ).toEqual(
      (['US', 'DE'] as const).map((marketplace) => ({
        kind: 'hole',
        rule: 'pro-missing',
        marketplace,
        from: '2024-02-28',
        to: '2024-02-29',
      })),
    )
  })

  test('do not overlap in a marketplace, not even by a day', () => {
    expect(
      check(
        makeRule({ effectiveTo: '2024-03-01' }),
        makeRule({ effectiveFrom: '2024-03-01', marketplaces: ['DE'] }),
      ),
    ).toEqual([{ kind: 'overlap', rule: 'pro-missing', marketplace: 'DE', day: '2024-03-01' }])
    expect(check(makeRule(), makeRule({ marketplaces: ['US'] }))).toEqual([
      { kind: 'overlap', rule: 'pro-missing', marketplace: 'US', day: '' },
    ])
  })

  test('of different rules have nothing to do with each other', () => {
    expect(check(makeRule(), makeRule({ id: 'carrier-missing' }))).toEqual([])
  })
})

test.each([
  [makeRule({ effectiveFrom: '2024-02-30' }), { kind: 'bad-day', rule: 'pro-missing', day: '2024-02-30' }],
  [makeRule({ effectiveTo: 'soon' }), { kind: 'bad-day', rule: 'pro-missing', day: 'soon' }],
  [
    makeRule({ effectiveFrom: '2024-03-02', effectiveTo: '2024-03-01' }),
    { kind: 'ends-before-it-begins', rule: 'pro-missing', from: '2024-03-02', to: '2024-03-01' },
  ],
  [makeRule({ confidence: 'uncertain' }), { kind: 'uncertain-blocks', rule: 'pro-missing' }],
  [
    makeRule({ id: 'boxes-over-limit', limits: { parcel: 500 } }),
    { kind: 'limit-missing', rule: 'boxes-over-limit', limit: 'freight' },
  ],
])('a rule that cannot be used is named', (rule, problem) => {
  expect(check(rule)).toEqual([problem])
})

describe('a pack file', () => {
  test('says its own rules anew and leaves the others as they ship', () => {
    const file = { id: 'next', rules: [makeRule({ effectiveFrom: '2027-01-01', marketplaces: 'all' })] }
    const pack = extendRulePack(amazonPack, file)
    if (!pack.ok) throw new Error(JSON.stringify(pack.problem))
    expect(pack.value.rules.filter((rule) => rule.id === 'pro-missing')).toEqual(file.rules)
    expect(pack.value.rules.filter((rule) => rule.id !== 'pro-missing')).toEqual(
      amazonPack.rules.filter((rule) => rule.id !== 'pro-missing'),
    )
  })

  test('does not touch a rule that never changes, and is checked as a whole', () => {
    const fixed = { id: 'next', rules: [makeRule({ id: 'pro-repeated', level: 'info' })] }
    expect(extendRulePack(amazonPack, fixed)).toEqual({
      ok: false,
      problem: [{ kind: 'fixed', rule: 'pro-repeated' }],
    })
    const twice = { id: 'next', rules: [makeRule(), makeRule()] }
    expect(extendRulePack(amazonPack, twice).ok).toBe(false)
  })
})
