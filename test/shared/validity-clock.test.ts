import { describe, expect, test } from 'vitest'
import {
  arrivedStatuses,
  getArrival,
  getFirstTwo,
  getValidityClock,
  goesToSeveralFcs,
  noArrival,
  noPlan,
  type PlanFacts,
} from '../../shared/domain/validity-clock.ts'
import { deadStatuses, type Shipment } from '../../shared/domain/shipment.ts'
import { makeShipment } from '../support/factories.ts'

const judge = (values: Partial<Shipment>, today: string, plan: Partial<PlanFacts> = {}) =>
  getValidityClock(makeShipment(values), { ...noPlan, isSplit: true, ...plan }, today)

describe('a domestic shipment is open for 44 days after its creation and closed from the 45th on', () => {
  // 13 October + 45: 18 days to the end of October and 27 in November.
  test.each([
    ['2026-10-13', '2026-11-26', 'running', 1],
    ['2026-10-13', '2026-11-27', 'closed', 0],
    ['2026-10-13', '2026-11-28', 'closed', -1],
    // Over the end of the year: 1 December + 30 is 31 December, 15 more.
    ['2026-12-01', '2027-01-14', 'running', 1],
    ['2026-12-01', '2027-01-15', 'closed', 0],
    // Over 29 February 2028: 20 January + 40 is the leap day, 5 more.
    ['2028-01-20', '2028-03-04', 'running', 1],
    ['2028-01-20', '2028-03-05', 'closed', 0],
    // The same without a leap day.
    ['2027-01-20', '2027-03-05', 'running', 1],
    ['2027-01-20', '2027-03-06', 'closed', 0],
  ])('created %s, on %s: %s', (createdOn, today, state, daysLeft) => {
    expect(judge({ createdOn, origin: 'domestic' }, today)).toMatchObject({
      state,
      daysLeft,
      cause: 'domestic',
      isCertain: true,
      missing: [],
    })
  })
})

describe('an international shipment is open for 74 days', () => {
  // 20 December 2027 + 75: 11 in December, 31 in January, 29 in February, 4 in March.
  test.each([
    ['2027-12-20', '2028-03-03', 'running', 1],
    ['2027-12-20', '2028-03-04', 'closed', 0],
    ['2027-12-20', '2028-03-05', 'closed', -1],
    // Without a leap day: 20 December 2025 + 75 is 5 March.
    ['2025-12-20', '2026-03-04', 'running', 1],
    ['2025-12-20', '2026-03-05', 'closed', 0],
  ])('created %s, on %s: %s', (createdOn, today, state, daysLeft) => {
    expect(judge({ createdOn, origin: 'international' }, today)).toMatchObject({
      state,
      daysLeft,
      cause: 'international',
    })
  })
})

describe('30 days after the first arrival of its plan a shipment closes, however young it is', () => {
  test.each([
    // 30 January 2028 + 30 is the leap day.
    ['2028-01-30', '2028-02-28', 'running', 1],
    ['2028-01-30', '2028-02-29', 'closed', 0],
    ['2028-01-30', '2028-03-01', 'closed', -1],
    // 5 December + 30 is 4 January.
    ['2026-12-05', '2027-01-03', 'running', 1],
    ['2026-12-05', '2027-01-04', 'closed', 0],
  ])('arrived %s, on %s: %s', (arrivedOn, today, state, daysLeft) => {
    const createdOn = arrivedOn
    expect(judge({ createdOn, origin: 'international' }, today, { arrivedOn })).toMatchObject({
      state,
      daysLeft,
      cause: 'plan',
      isCertain: true,
    })
  })

  test('unless its own age closes it earlier', () => {
    const clock = judge({ createdOn: '2026-10-13', origin: 'domestic' }, '2026-11-20', {
      arrivedOn: '2026-11-10',
    })
    expect(clock).toMatchObject({ closesOn: '2026-11-27', cause: 'domestic' })
  })

  test('a planned arrival warns by its day, and closes nothing', () => {
    const values = { createdOn: '2026-11-01', origin: 'international' } as const
    expect(judge(values, '2026-12-09', { dueOn: '2026-11-09' })).toEqual({
      state: 'running',
      closesOn: '2026-12-09',
      daysLeft: 0,
      cause: 'plan',
      level: 'closed',
      isCertain: false,
      missing: [],
    })
  })

  test('an arrival closes by its own day though another was planned earlier', () => {
    const plan = { arrivedOn: '2026-11-20', dueOn: '2026-11-09' }
    const values = { createdOn: '2026-11-01', origin: 'international' } as const
    expect(judge(values, '2026-12-19', plan)).toMatchObject({ state: 'running', isCertain: false })
    expect(judge(values, '2026-12-20', plan)).toMatchObject({ state: 'closed', isCertain: true })
  })
})

describe('a plan of one destination is not what the notice speaks of', () => {
  const young = { createdOn: '2026-11-01', origin: 'international' } as const
  const arrivedOn = '2026-11-10'

  test('where all FCs on file are the same, only the age of a shipment closes it', () =>
    // 1 November + 75: 29 in November, 31 in December, 15 in January.
    expect(judge(young, '2026-12-11', { arrivedOn, isSplit: false })).toEqual({
      state: 'running',
      closesOn: '2027-01-15',
      daysLeft: 35,
      cause: 'international',
      level: null,
      isCertain: true,
      missing: [],
    }))

  test.each([
    ['2026-12-09', 1, 'urgent'],
    ['2026-12-10', 0, 'closed'],
    ['2026-12-11', -1, 'closed'],
  ])('where an FC is not on file the arrival warns and never closes: %s', (today, daysLeft, level) =>
    expect(judge(young, today, { arrivedOn, isSplit: null })).toEqual({
      state: 'running',
      closesOn: '2026-12-10',
      daysLeft,
      cause: 'plan-if-split',
      level,
      isCertain: false,
      missing: [],
    }),
  )

  test('and a shipment of unknown age stays open to question', () => {
    expect(judge({}, '2026-12-10', { arrivedOn, isSplit: null })).toMatchObject({
      state: 'unknown',
      closesOn: '2026-12-10',
      isCertain: false,
    })
    expect(judge({}, '2026-12-10', { arrivedOn, isSplit: false })).toMatchObject({ closesOn: null })
  })

  test('and its own age is certain all the same', () =>
    // 20 September + 75: 10 in September, 31 in October, 30 in November, 4 in December.
    expect(
      judge({ ...young, createdOn: '2026-09-20' }, '2026-12-04', { arrivedOn, isSplit: null }),
    ).toMatchObject({ state: 'closed', cause: 'international', isCertain: true }))
})

describe('a plan goes to several FCs', () => {
  const ask = (...fcs: (string | null)[]) => goesToSeveralFcs(fcs.map((fc) => makeShipment({ fc })))

  test('where two differ, whatever else is not on file', () => {
    expect(ask('ONT8', 'FTW1')).toBe(true)
    expect(ask('ONT8', null, 'FTW1')).toBe(true)
  })

  test('not where all are on file and the same', () => {
    expect(ask('ONT8')).toBe(false)
    expect(ask('ONT8', 'ONT8', 'ONT8')).toBe(false)
  })

  test('perhaps, where one is not on file and no two differ', () => {
    expect(ask('ONT8', null)).toBeNull()
    expect(ask(null, null)).toBeNull()
  })

  test('and an ID that was issued anew is no destination beside the one in its place', () =>
    expect(
      goesToSeveralFcs([makeShipment({ fc: 'ONT8', replacedBy: 2 }), makeShipment({ id: 2, fc: 'FTW1' })]),
    ).toBe(false))
})

test('warnings come with 14 and with 7 days left', () => {
  const levelOn = (today: string) => judge({ createdOn: '2026-10-13', origin: 'domestic' }, today).level
  // The shipment closes on 27 November.
  expect(
    ['2026-11-12', '2026-11-13', '2026-11-19', '2026-11-20', '2026-11-26', '2026-11-27'].map(levelOn),
  ).toEqual([null, 'soon', 'soon', 'urgent', 'urgent', 'closed'])
})

describe('what is not known', () => {
  test('without a creation day there is no clock, and it says so', () => {
    expect(judge({}, '2026-11-27')).toMatchObject({
      state: 'unknown',
      closesOn: null,
      missing: ['createdOn', 'origin'],
      isCertain: false,
    })
    expect(judge({ origin: 'domestic' }, '2026-11-27').missing).toEqual(['createdOn'])
  })

  test('without an origin the domestic day, the earlier one, warns and never blocks', () => {
    expect(judge({ createdOn: '2026-10-13' }, '2026-11-20')).toEqual({
      state: 'unknown',
      closesOn: '2026-11-27',
      daysLeft: 7,
      cause: null,
      level: 'urgent',
      isCertain: false,
      missing: ['origin'],
    })
    expect(judge({ createdOn: '2026-10-13' }, '2026-11-27')).toMatchObject({
      state: 'unknown',
      level: 'closed',
    })
  })

  test('without an origin the international day closes it: whatever the origin is, it is over', () => {
    // 13 September + 75: 17 in September, 31 in October, 27 in November.
    const shipment = { createdOn: '2026-09-13' }
    expect(judge(shipment, '2026-11-26').state).toBe('unknown')
    expect(judge(shipment, '2026-11-27')).toMatchObject({
      state: 'closed',
      isCertain: true,
      missing: ['origin'],
    })
  })

  test('the arrival of its plan closes a shipment of unknown age', () => {
    expect(judge({}, '2026-12-10', { arrivedOn: '2026-11-10' })).toMatchObject({
      state: 'closed',
      closesOn: '2026-12-10',
      missing: ['createdOn', 'origin'],
    })
  })
})

describe('statuses', () => {
  const old = { createdOn: '2026-01-01', origin: 'domestic' } as const

  test.each(['WORKING', 'READY_TO_SHIP', 'SHIPPED'])('%s is exposed to the clock', (amazonStatus) =>
    expect(judge({ ...old, amazonStatus }, '2026-11-27').state).toBe('closed'),
  )

  test.each([...arrivedStatuses])('%s has arrived', (amazonStatus) =>
    expect(judge({ ...old, amazonStatus }, '2026-11-27')).toMatchObject({ state: 'arrived', closesOn: null }),
  )

  test.each([...deadStatuses])('%s is dead', (amazonStatus) =>
    expect(judge({ ...old, amazonStatus }, '2026-11-27').state).toBe('dead'),
  )

  test('a day of delivery stops the clock', () =>
    expect(judge({ ...old, deliveredOn: '2026-02-01' }, '2026-11-27').state).toBe('arrived'))

  test('an ID found dead or replaced has none', () => {
    expect(judge({ ...old, finding: 'dead' }, '2026-11-27').state).toBe('dead')
    expect(judge({ ...old, replacedBy: 7 }, '2026-11-27').state).toBe('dead')
  })

  test('the notice does not speak of AWD', () =>
    expect(judge({ ...old, fbaId: 'STAR-1234567890123' }, '2026-11-27').state).toBe('none'))
})

describe('the rule is in force from 1 February 2024', () => {
  const values = { createdOn: '2023-10-01', origin: 'domestic' } as const
  test('not a day earlier', () => expect(judge(values, '2024-01-31').state).toBe('none'))
  test('and closes what was old by then on that day', () =>
    expect(judge(values, '2024-02-01')).toMatchObject({ state: 'closed', closesOn: '2024-02-01' }))
  test('what was younger has its 45 days', () =>
    // 1 January 2024 + 45: 30 in January, 15 in February.
    expect(judge({ ...values, createdOn: '2024-01-01' }, '2024-02-01')).toMatchObject({
      closesOn: '2024-02-15',
      daysLeft: 14,
    }))
})

describe('the first arrival of a plan', () => {
  test('is the earliest day on which one was delivered or is due, with the next one behind it', () => {
    const days = [
      { deliveredOn: '2026-11-20' },
      { deliveredOn: '2026-11-18', etaOn: '2026-11-01' },
      { etaOn: '2026-12-03', appointmentAt: '2026-12-01T08:00' },
      { etaOn: '2026-12-02', appointmentAt: '2026-12-05T08:00' },
    ]
    expect(getFirstTwo(days.map((values) => getArrival(makeShipment(values))))).toEqual([
      { arrivedOn: '2026-11-18', dueOn: '2026-12-01' },
      { arrivedOn: '2026-11-20', dueOn: '2026-12-02' },
    ])
  })

  test('does not wait for one that is dead', () =>
    expect(getArrival(makeShipment({ amazonStatus: 'DELETED', etaOn: '2026-11-01' }))).toEqual(noArrival))

  test('is nobody’s where nothing is known', () => expect(getFirstTwo([])).toEqual([noArrival, noArrival]))
})
