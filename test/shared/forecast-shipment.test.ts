import { describe, expect, test } from 'vitest'
import {
  getDefectState,
  getDue,
  toForecastShipment,
  type ForecastFacts,
} from '../../shared/domain/forecast-shipment.ts'

const on = '2026-11-27'

const make = (values: Partial<ForecastFacts> = {}): ForecastFacts => ({
  id: 1,
  fbaId: 'FBA19TB4K7Q2',
  clientId: 1,
  client: '宁波星野',
  marketplace: 'US',
  fc: 'ONT8',
  programme: 'own',
  amazonMode: 'LTL',
  pro: null,
  boxes: 20,
  paired: 0,
  amazonStatus: null,
  finding: null,
  isOpen: true,
  hasGap: true,
  isTrackingAsked: true,
  wasBlankAtDelivery: false,
  isReplaced: false,
  isHistory: false,
  etaOn: null,
  appointmentAt: null,
  deliveredOn: null,
  ...values,
})

test('the day by which numbers must be there is the delivery, else the appointment, else the ETA', () => {
  const eta = { etaOn: '2026-12-05', appointmentAt: null, deliveredOn: null }
  const booked = { ...eta, appointmentAt: '2026-12-03T14:30' }
  expect(getDue(eta)).toEqual({ on: '2026-12-05', basis: 'eta' })
  expect(getDue(booked)).toEqual({ on: '2026-12-03', basis: 'appointment' })
  expect(getDue({ ...booked, deliveredOn: '2026-12-04' })).toEqual({ on: '2026-12-04', basis: 'delivered' })
  expect(getDue({ etaOn: null, appointmentAt: null, deliveredOn: null })).toBeNull()
})

describe('a shipment with a gap', () => {
  const state = (values: Partial<ForecastFacts>) => getDefectState(toForecastShipment(make(values), on)!, on)

  test.each([
    ['delivered without, yesterday', { deliveredOn: '2026-11-26' }, 'defect'],
    ['delivered without, today', { deliveredOn: '2026-11-27' }, 'defect'],
    ['due tomorrow', { appointmentAt: '2026-11-28T09:00' }, 'due'],
    ['due today, which is not over', { appointmentAt: '2026-11-27T09:00' }, 'due'],
    ['due yesterday, and nobody said it arrived', { etaOn: '2026-11-26' }, 'overdue'],
    [
      'arrived as Amazon says, though due later',
      { etaOn: '2026-12-05', amazonStatus: 'RECEIVING', isOpen: false },
      'defect',
    ],
    ['without any day', {}, 'undated'],
  ] as const)('%s', (_, values, expected) => expect(state(values)).toBe(expected))

  test('is delivered on the day it was due: the number that came that day came in time', () => {
    const delivered = { etaOn: on, deliveredOn: on, pro: '8100200008', hasGap: false }
    expect(toForecastShipment(make(delivered), on)!.gap).toBeNull()
    expect(toForecastShipment(make({ ...delivered, wasBlankAtDelivery: true }), on)!.gap).toEqual({
      kind: 'late',
    })
  })

  test('counts on the day Amazon is known to have it, not on a later one', () => {
    const arrived = { etaOn: '2026-12-05', amazonStatus: 'DELIVERED', isOpen: false, hasGap: false }
    expect(toForecastShipment(make(arrived), on)!.due).toEqual({ on, basis: 'arrived' })
    expect(toForecastShipment(make({ ...arrived, etaOn: '2026-11-20' }), on)!.due).toEqual({
      on: '2026-11-20',
      basis: 'arrived',
    })
    expect(toForecastShipment(make({ ...arrived, etaOn: null }), on)!.due).toBeNull()
  })
})

test('what never arrives is not counted; what was delivered before it closed is', () => {
  const closed = { amazonStatus: 'CLOSED', isOpen: false, hasGap: false, etaOn: on }
  for (const amazonStatus of ['DELETED', 'CANCELLED', 'ABANDONED'])
    expect(toForecastShipment(make({ ...closed, amazonStatus }), on)).toBeNull()
  expect(toForecastShipment(make({ isReplaced: true, etaOn: on }), on)).toBeNull()
  expect(toForecastShipment(make({ ...closed, deliveredOn: '2026-11-20' }), on)).toMatchObject({
    due: { on: '2026-11-20', basis: 'delivered' },
    gap: { kind: 'pro' },
  })
})

test('one that Amazon closed may have arrived: without its day it is kept apart, not forgotten', () => {
  const closed = { amazonStatus: 'CLOSED', isOpen: false, hasGap: false, etaOn: '2026-11-20' }
  expect(toForecastShipment(make(closed), on)).toMatchObject({ isClosedUndated: true })
  expect(toForecastShipment(make({ ...closed, deliveredOn: on }), on)).toMatchObject({
    isClosedUndated: false,
  })
  expect(toForecastShipment(make({ amazonStatus: 'RECEIVING', isOpen: false }), on)).toMatchObject({
    isClosedUndated: false,
  })
  for (const other of [{ isReplaced: true }, { finding: 'dead' }, { isHistory: true }] as const)
    expect(toForecastShipment(make({ ...closed, ...other }), on)).toBeNull()
})

test('one that was found dead never arrives', () => {
  expect(toForecastShipment(make({ finding: 'dead', etaOn: on }), on)).toBeNull()
})

test('an exempt shipment has no gap, and neither has one of which no rule asks for numbers', () => {
  for (const programme of ['partnered', 'agl'] as const)
    expect(toForecastShipment(make({ programme }), on)).toMatchObject({ isExempt: true, gap: null })
  const unasked = { hasGap: false, isTrackingAsked: false }
  expect(toForecastShipment(make(unasked), on)!.gap).toBeNull()
  const delivered = { ...unasked, isOpen: false, deliveredOn: on, wasBlankAtDelivery: true }
  expect(toForecastShipment(make(delivered), on)!.gap).toBeNull()
})
