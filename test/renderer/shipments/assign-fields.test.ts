import { describe, expect, test } from 'vitest'
import { firstFields, keepForNextTime, resumeDraft } from '../../../renderer/shipments/assign-fields.ts'
import type { AssignDraft } from '../../../shared/contract/outputs.ts'

const makeDraft = (values: Partial<AssignDraft> = {}): AssignDraft => ({
  ...firstFields,
  pickedIds: [],
  filter: {},
  ticks: { mode: 'allBut', ids: [] },
  ...values,
})
const scope = { pickedIds: [], filter: {} }
const filter = { clients: ['宁波星野'] }
const keysOf = ({ ticks }: { ticks: { mode: string; keys: ReadonlySet<string> } }) => [
  ticks.mode,
  ...ticks.keys,
]

describe('opening the sheet again', () => {
  test('on the same rows brings back what was left out', () => {
    const picked = makeDraft({ pickedIds: [1, 2, 3], ticks: { mode: 'only', ids: [1, 3] } })
    const resumed = resumeDraft(picked, { pickedIds: [1, 2, 3], filter }, false)
    expect(keysOf(resumed)).toEqual(['only', '1', '3'])
    expect(resumed).toMatchObject({ isResumed: true, filter: null })
    const filtered = makeDraft({ filter, ticks: { mode: 'allBut', ids: [7] } })
    expect(keysOf(resumeDraft(filtered, { pickedIds: [], filter }, false))).toEqual(['allBut', '7'])
  })

  test('on other rows keeps the fields and begins with those rows', () => {
    const draft = makeDraft({ carrier: 'UPS', pickedIds: [1, 2], ticks: { mode: 'only', ids: [1] } })
    const onOthers = resumeDraft(draft, { pickedIds: [4, 5], filter: {} }, true)
    expect(keysOf(onOthers)).toEqual(['only', '4', '5'])
    expect(onOthers).toMatchObject({ pickedIds: [4, 5], isResumed: false, fields: { carrier: 'UPS' } })
    expect(keysOf(resumeDraft(draft, scope, false))).toEqual(['allBut'])
  })

  test('first after a restart goes back to the rows and the filter it was about', () => {
    const picked = makeDraft({ pickedIds: [1, 2], filter, ticks: { mode: 'only', ids: [1, 2] } })
    const back = resumeDraft(picked, scope, true)
    expect(keysOf(back)).toEqual(['only', '1', '2'])
    expect(back).toMatchObject({ pickedIds: [1, 2], filter: null, isResumed: true })
    const filtered = makeDraft({ filter, ticks: { mode: 'allBut', ids: [7] } })
    expect(resumeDraft(filtered, scope, true)).toMatchObject({ filter, isResumed: true })
    expect(resumeDraft(filtered, scope, false)).toMatchObject({ filter: null, isResumed: false })
  })

  test('after it was applied shows nothing resumed', () => {
    expect(resumeDraft(makeDraft({ carrier: 'UPS' }), scope, true)).toMatchObject({ isResumed: false })
  })
})

test('carrier and block stay for the next time; replacing, sharing and rules are decided anew', () => {
  const fields = {
    ...firstFields,
    carrier: 'UPS',
    blockId: 3,
    wantsPro: false,
    rules: '旺季',
    sharesPro: true,
    shareReason: 'x',
    resolutions: { 'pro-kept': 'replace' as const },
  }
  expect(keepForNextTime(fields)).toEqual({ ...firstFields, carrier: 'UPS', blockId: 3, wantsPro: false })
})
