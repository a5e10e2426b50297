import { expect, test } from 'vitest'
import type { Shipment } from '../../../shared/domain/shipment.ts'
import { getValidityClock, noPlan, type PlanFacts } from '../../../shared/domain/validity-clock.ts'
import { getTranslate } from '../../../shared/locales/translate.ts'
import { describeClock, describeDaysLeft } from '../../../shared/words/describe-clock.ts'
import { makeShipment } from '../../support/factories.ts'

const makeClock = (values: Partial<Shipment>, plan: Partial<PlanFacts> = {}) =>
  getValidityClock(makeShipment(values), { ...noPlan, isSplit: true, ...plan }, '2026-11-27')

const domestic = { createdOn: '2026-10-25', origin: 'domestic' } as const

test.each([
  [
    makeClock(domestic),
    'Closes in 12 days · 2026-12-09, 45 days after creation (domestic)',
    '还有12天关闭 · 2026-12-09，创建后45天（国内）',
  ],
  [
    makeClock({ ...domestic, createdOn: '2026-10-14' }),
    'Closes in 1 day · 2026-11-28, 45 days after creation (domestic)',
    '还有1天关闭 · 2026-11-28，创建后45天（国内）',
  ],
  [
    makeClock({ createdOn: '2026-09-10', origin: 'international' }),
    'Closed for 3 days · 2026-11-24, 75 days after creation (international)',
    '已关闭3天 · 2026-11-24，创建后75天（国际）',
  ],
  [
    makeClock(domestic, { arrivedOn: '2026-10-28' }),
    'Closed from today · 2026-11-27, 30 days after the first arrival of its plan',
    '今天起已关闭 · 2026-11-27，同一计划首票到仓后30天',
  ],
  [
    makeClock(domestic, { arrivedOn: '2026-10-29', isSplit: null }),
    'May close in 1 day · 2026-11-28 at the earliest, 30 days after the first arrival of its plan, if that goes to several FCs (an FC is not on file)',
    '可能1天后关闭 · 最早2026-11-28，同一计划首票到仓后30天，若计划送多个仓库（有货件缺仓库代码）',
  ],
  [
    makeClock({ createdOn: '2026-10-25' }),
    'May close in 12 days · 2026-12-09 at the earliest, 45 days after creation, if it is domestic (not on file: Origin)',
    '可能12天后关闭 · 最早2026-12-09，若是国内货，创建后45天（缺：起运地）',
  ],
  [
    makeClock({}),
    'Not known how long it stays open; not on file: Created at Amazon, Origin',
    '不知道何时关闭，缺：亚马逊创建日期、起运地',
  ],
  [makeClock({ deliveredOn: '2026-11-01' }), 'Has arrived; no closing day any more', '已到仓，不再有关闭日'],
])('a clock in one line: $closesOn $state', (clock, english, chinese) => {
  expect(describeClock(clock, getTranslate('en'))).toBe(english)
  expect(describeClock(clock, getTranslate('zh-CN'))).toBe(chinese)
})

test('the days alone, with a question mark where they may be more', () => {
  const t = getTranslate('en')
  expect(describeDaysLeft(makeClock(domestic), t)).toBe('12 days left')
  expect(describeDaysLeft(makeClock({ createdOn: '2026-10-25' }), t)).toBe('12 days left?')
  expect(describeDaysLeft(makeClock({ ...domestic, createdOn: '2026-10-13' }), t)).toBe('closes today')
  expect(describeDaysLeft(makeClock({}), t)).toBe('')
})
