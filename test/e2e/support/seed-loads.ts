import type { MorningCalls } from '../../../main/practice-morning/morning-calls.ts'
import { addDays, type Day } from '../../../shared/domain/calendar-day.ts'

/**
 * Of the loads on file one is ready to leave, one has its vehicle twice at once with a reason, one is over its caps; the others
 * wait for vehicle and driver.
 */
export async function seedLoads(calls: MorningCalls, today: Day): Promise<void> {
  const { loads } = await calls.call('load.list', {})
  const set = async (place: number, values: object) => {
    await calls.call('load.save', { opId: calls.nextOpId(), id: loads[place]!.id, ...values })
  }
  const hours = { departsAt: `${today}T08:00`, returnsAt: `${today}T12:30` }
  const booked = { day: today, appointmentAt: `${today}T10:00`, ...hours }
  await set(0, { ...booked, isa: '5012345685', vehicleId: 1, driverId: 1 })
  await set(1, { ...booked, isa: '5012345777', vehicleId: 1, reason: '两趟同仓，上午跑两次' })
  await set(2, { day: today, maxPallets: 1, maxBoxes: 10 })
  await set(3, { day: addDays(today, 1), vehicleId: 2, driverId: 2 })
}
