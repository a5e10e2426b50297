import { describe, expect, test } from 'vitest'
import type { CallInput } from '../../../shared/contract/contract.ts'
import { nextOpId } from '../../support/engine-process.ts'
import { addCarriers, assignAll, writeFreightFile } from '../../support/sample-files.ts'
import { openTestDesk, type TestDesk } from '../../support/test-desk.ts'

const saveSet = (desk: TestDesk, name: string, id?: number) =>
  desk.call('ruleSet.save', { opId: nextOpId(), name, ...(id !== undefined && { id }) })

const partner: Omit<CallInput<'carrier.save'>, 'opId'> = {
  name: '合作车队',
  kind: 'partner_fleet',
  scac: 'PTNR',
  amazonName: 'OTHER',
  strategy: 'per_shipment',
  courier: null,
  isActive: true,
}

/** Two freight shipments of 249 kg to ONT8; the own fleet is carrier 1, the partner's the returned one. */
async function openDesk(): Promise<{ desk: TestDesk; partnerId: number }> {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  const { id } = await desk.call('carrier.save', { opId: nextOpId(), ...partner })
  await desk.import(writeFreightFile(desk.folder, 'a.csv', 2))
  return { desk, partnerId: id }
}

const rule = (carrierId: number, values: Partial<CallInput<'rule.save'>> = {}): CallInput<'rule.save'> => ({
  opId: nextOpId(),
  clientId: null,
  fc: null,
  amazonMode: null,
  carrierId,
  ...values,
})
const input = { ...assignAll, filter: {}, wantsPro: false }
const undo = (desk: TestDesk) => desk.call('history.undo', { opId: nextOpId() })
const readCarriers = async (desk: TestDesk) => (await desk.rows()).map((row) => row.carrier)

describe('a rule set', () => {
  test('is named, renamed and removed with its rules, each undone in one step', async () => {
    const { desk, partnerId } = await openDesk()
    const { id } = await saveSet(desk, '旺季')
    await desk.call('rule.save', rule(partnerId, { setId: id, weightFromKg: 100, weightToKg: 249 }))
    const before = await desk.dump()
    expect(await desk.refused('ruleSet.save', { opId: nextOpId(), name: '旺季' })).toEqual({
      kind: 'name-taken',
      name: '旺季',
    })
    await saveSet(desk, '双十一', id)
    await undo(desk)
    expect(await desk.dump()).toBe(before)
    await desk.call('ruleSet.remove', { opId: nextOpId(), id })
    expect(await desk.call('rule.list', {})).toEqual({ sets: [{ id: null, name: '', rules: 0 }], rules: [] })
    await undo(desk)
    expect(await desk.dump()).toBe(before)
    await desk.call('history.redo', { opId: nextOpId() })
    expect((await desk.call('rule.list', {})).sets).toHaveLength(1)
  })

  test('keeps its rules in order; they are changed, moved and removed', async () => {
    const { desk, partnerId } = await openDesk()
    const { id: setId } = await saveSet(desk, '旺季')
    const first = await desk.call('rule.save', rule(partnerId, { setId, fc: 'ONT8' }))
    await desk.call('rule.save', rule(1, { fc: 'SBD1' }))
    const second = await desk.call('rule.save', rule(1, { setId, fc: 'LAX9' }))
    const list = async () =>
      (await desk.call('rule.list', {})).rules.filter((each) => each.setId === setId).map((each) => each.fc)
    await desk.call('rule.move', { opId: nextOpId(), id: second.id, by: -1 })
    expect(await list()).toEqual(['LAX9', 'ONT8'])
    await desk.call('rule.save', rule(partnerId, { id: first.id, setId, fc: 'ONT9' }))
    expect(await list()).toEqual(['LAX9', 'ONT9'])
    await undo(desk)
    await undo(desk)
    expect(await list()).toEqual(['ONT8', 'LAX9'])
  })

  test('takes no rule that could never fit, and a set that is not there is refused', async () => {
    const { desk, partnerId } = await openDesk()
    expect(await desk.refused('rule.save', rule(partnerId, { setId: 99 }))).toEqual({
      kind: 'rule-set-unknown',
      name: '99',
    })
    const heavy = rule(partnerId, { weightFromKg: 500, weightToKg: 150 })
    expect(await desk.refused('rule.save', heavy)).toEqual({ kind: 'rule-weights', from: 500, to: 150 })
    expect(await desk.refused('rule.save', rule(partnerId, { dateFrom: '2026-11-31' }))).toMatchObject({
      kind: 'bad-input',
    })
    expect(await desk.refused('assign.apply', { ...input, opId: nextOpId(), rules: '淡季' })).toEqual({
      kind: 'rule-set-unknown',
      name: '淡季',
    })
    expect((await desk.call('rule.list', {})).rules).toEqual([])
  })
})

describe('assigning by a set', () => {
  test('takes the rules of that set alone and says which fired', async () => {
    const { desk, partnerId } = await openDesk()
    const { id: setId } = await saveSet(desk, '旺季')
    await desk.call('rule.save', rule(1))
    await desk.call('rule.save', rule(partnerId, { setId, weightFromKg: 300 }))
    await desk.call('rule.save', rule(partnerId, { setId, weightFromKg: 100, weightToKg: 249 }))
    const preview = await desk.call('assign.preview', { ...input, rules: '旺季' })
    expect(preview.ruleSets).toEqual(['旺季'])
    expect(preview.rows.map((row) => row.rule)).toEqual([
      { set: '旺季', place: 2, carrier: '合作车队' },
      { set: '旺季', place: 2, carrier: '合作车队' },
    ])
    await desk.call('assign.apply', { ...input, opId: nextOpId(), rules: '旺季' })
    expect(await readCarriers(desk)).toEqual(['合作车队', '合作车队'])
  })

  test('is preset for the client the next time, and for no other client', async () => {
    const { desk, partnerId } = await openDesk()
    const { id: setId } = await saveSet(desk, '旺季')
    await desk.call('rule.save', rule(partnerId, { setId }))
    await desk.call('assign.apply', { ...input, opId: nextOpId(), rules: '旺季' })
    await desk.import(writeFreightFile(desk.folder, 'b.csv', 1, 3))
    await desk.import(writeFreightFile(desk.folder, 'c.csv', 1, 4), '深圳拓海')
    expect((await desk.call('assign.preview', input)).ruleSets.toSorted()).toEqual(['', '旺季'])
    await desk.call('assign.apply', { ...input, opId: nextOpId() })
    expect(await readCarriers(desk)).toEqual(['合作车队', '合作车队', '合作车队', '自营车队'])
  })

  test('falls back on the standard rules when the set is gone', async () => {
    const { desk, partnerId } = await openDesk()
    const { id } = await saveSet(desk, '旺季')
    await desk.call('rule.save', rule(partnerId, { setId: id }))
    await desk.call('assign.apply', { ...input, opId: nextOpId(), rules: '旺季' })
    await desk.call('ruleSet.remove', { opId: nextOpId(), id })
    await desk.import(writeFreightFile(desk.folder, 'b.csv', 1, 3))
    expect((await desk.call('assign.preview', input)).ruleSets).toEqual([''])
  })
})
