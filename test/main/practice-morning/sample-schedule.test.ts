import { describe, expect, it } from 'vitest'
import { makeSampleShipments } from '../../../main/practice-morning/sample-shipments.ts'
import { makeSchedules, trailerPallets } from '../../../main/practice-morning/sample-schedule.ts'
import { addDays, countDays } from '../../../shared/domain/calendar-day.ts'

const day = '2026-11-23'
const shipments = makeSampleShipments(1123)
const schedules = makeSchedules(1123, day, shipments)
const all = shipments.map((shipment) => ({ ...shipment, ...schedules.get(shipment.fbaId)! }))
const trucked = all.filter(({ mode }) => mode !== 'SPD')

describe('the days of the sample company', () => {
  it('fill 14 trailers, each with shipments of one FC and one appointment, and nearly to the last pallet', () => {
    const loads = Map.groupBy(trucked, ({ fc, appointmentAt }) => `${fc} ${appointmentAt}`)
    expect(loads.size).toBe(14)
    for (const own of loads.values()) {
      const pallets = own.reduce((sum, each) => sum + each.pallets!, 0)
      expect(pallets).toBeGreaterThan(trailerPallets - 3)
      expect(pallets).toBeLessThanOrEqual(trailerPallets)
      expect(new Set(own.map(({ isa }) => isa)).size).toBe(1)
    }
    expect(trucked.every(({ pallets }) => pallets! >= 1 && pallets! <= 8)).toBe(true)
    expect(all.filter(({ mode, pallets }) => mode === 'SPD' && pallets !== null)).toEqual([])
  })

  it('come on the appointment, save one whose appointment is before', () => {
    const before = trucked.filter(({ etaOn, appointmentAt }) => appointmentAt!.slice(0, 10) < etaOn)
    expect(before.map(({ client }) => client.name)).toEqual(['宁波星野'])
    expect(trucked.filter(({ etaOn, appointmentAt }) => appointmentAt!.slice(0, 10) > etaOn)).toEqual([])
    expect(all.every(({ etaOn }) => etaOn > day)).toBe(true)
  })

  it('let one shipment close within a week if it comes from within the country, and none in any case', () => {
    const daysOld = all.map(({ createdOn }) => countDays(createdOn, day)).toSorted((a, b) => b - a)
    expect(daysOld.slice(0, 2)).toEqual([40, expect.any(Number)])
    expect(daysOld[1]).toBeLessThan(45 - 14)
  })

  it('put shipments of one client, created on one day, into a plan', () => {
    const plans = [...Map.groupBy(all, ({ planId }) => planId).values()]
    expect(plans.some((own) => own.length > 1)).toBe(true)
    const isOne = (values: readonly string[]) => new Set(values).size === 1
    for (const own of plans) expect(isOne(own.map(({ client }) => client.name))).toBe(true)
    const strangers = plans.filter((own) => !isOne(own.map(({ createdOn }) => createdOn)))
    // The one that is about to close was created before the rest of its plan.
    expect(strangers.length).toBeLessThanOrEqual(1)
    for (const { planId } of all) expect(planId).toMatch(/^wf[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  })

  it('move with the day and change nothing else', () => {
    const later = makeSchedules(1123, addDays(day, 100), shipments)
    for (const [fbaId, schedule] of schedules) {
      const moved = later.get(fbaId)!
      expect(moved).toMatchObject({ planId: schedule.planId, pallets: schedule.pallets })
      expect([moved.createdOn, moved.etaOn]).toEqual([
        addDays(schedule.createdOn, 100),
        addDays(schedule.etaOn, 100),
      ])
    }
  })
})
