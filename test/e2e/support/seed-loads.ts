import { assignEverything } from '../../../main/practice-morning/apply-decision.ts'
import type { MorningCalls } from '../../../main/practice-morning/morning-calls.ts'
import { fleetName } from '../../../main/practice-morning/sample-setup.ts'
import { addDays, formatLocalDay } from '../../../shared/domain/calendar-day.ts'

const noCaps = { maxPallets: null, maxBoxes: null, maxKg: null }

/**
 * A small fleet, and a client's freight on loads of today and tomorrow: one ready to leave, one let through with a reason,
 * one over its caps, the others waiting for vehicle, driver and appointment.
 */
export async function seedLoads(calls: MorningCalls, client: string): Promise<void> {
  const { carriers } = await calls.call('carrier.list', {})
  const fleet = { carrierId: carriers.find(({ name }) => name === fleetName)!.id, isActive: true }
  const vehicles = [
    { plate: '粤B12345', ...noCaps, maxPallets: 28, maxKg: 19_500 },
    { plate: '沪A0X98G', ...noCaps, maxPallets: 12 },
    { plate: 'CA 8X41725', ...noCaps },
  ]
  for (const vehicle of vehicles)
    await calls.call('vehicle.save', { opId: calls.nextOpId(), ...fleet, ...vehicle })
  const drivers = [
    { name: '李师傅', phone: '13800138000', cardUntil: '2027-06-30' },
    { name: 'Maria Alvarez-Castellanos', phone: '+1 909 555 0142', cardUntil: '2025-12-31' },
  ]
  for (const driver of drivers)
    await calls.call('driver.save', { opId: calls.nextOpId(), ...fleet, ...driver })

  const filter = { clients: [client], modes: ['LTL', 'FTL'] as ('LTL' | 'FTL')[] }
  const { ids } = await calls.call('shipment.ids', { filter, sort: null })
  const edits = ids.slice(1).map((id) => ({ id, field: 'palletCount' as const, text: '3' }))
  await calls.call('shipment.edit', { opId: calls.nextOpId(), edits, gesture: 'edit' })
  const caps = { maxPallets: 26, maxBoxes: null, maxKg: null }
  const options = { ...assignEverything, filter, wantsLoad: true, caps }
  await calls.call('assign.apply', { opId: calls.nextOpId(), ...options })

  const { loads } = await calls.call('load.list', {})
  const today = formatLocalDay(Date.now())
  const set = async (place: number, day: string, values: object = {}) => {
    const load = loads[place]
    if (load) await calls.call('load.save', { opId: calls.nextOpId(), id: load.id, day, ...values })
  }
  const hours = { departsAt: `${today}T08:00`, returnsAt: `${today}T12:30` }
  const booked = { isa: '5012345685', appointmentAt: `${today}T10:00`, ...hours }
  await set(0, today, { ...booked, vehicleId: 1, driverId: 1 })
  await set(1, today, { ...booked, isa: '5012345777', vehicleId: 1, reason: '两趟同仓，上午跑两次' })
  await set(2, today, { maxPallets: 2 })
  for (let place = 3; place < loads.length; place++) await set(place, addDays(today, 1))
}
