import { expect, test } from 'vitest'
import { getDriverOptions, getVehicleOptions } from '../../../renderer/loads/crew-options.ts'
import { getTranslate } from '../../../shared/locales/translate.ts'
import { makeDriverView, makeLoadView, makeVehicleView } from './make-load-view.ts'

const t = getTranslate('en')
const trip = { id: 7, day: '2026-11-27', departsAt: '2026-11-27T08:00', returnsAt: '2026-11-27T12:00' }
const crew = {
  vehicles: [makeVehicleView(), makeVehicleView({ id: 2, plate: '粤B22222' })],
  drivers: [
    makeDriverView({ cardUntil: '2026-11-26' }),
    makeDriverView({ id: 2, name: '王师傅' }),
    makeDriverView({ id: 3, name: '赵师傅', cardUntil: '2026-11-27' }),
  ],
}
const other = makeLoadView({ id: 8, number: 'L261127-02', vehicleId: 1, driverId: 2 })

test('who is free comes first, and of the others is said where they are', () => {
  expect(getVehicleOptions(crew, trip, [other], t)).toEqual([
    { id: '2', label: '粤B22222' },
    { id: '1', label: '粤B12345', hint: 'on L261127-02 then' },
  ])
  expect(getDriverOptions(crew, trip, [other], t)).toEqual([
    { id: '3', label: '赵师傅' },
    { id: '1', label: '李师傅', hint: '2026-11-26, run out' },
    { id: '2', label: '王师傅', hint: 'on L261127-02 then' },
  ])
})

test('a vehicle on this very load, or on one at other hours, is free', () => {
  const later = { ...other, departsAt: '2026-11-27T12:00', returnsAt: '2026-11-27T15:00' }
  const itself = makeLoadView({ id: 7, vehicleId: 1 })
  for (const option of getVehicleOptions(crew, trip, [later, itself], t))
    expect(option).not.toHaveProperty('hint')
})
