import { courierNames, type CourierId } from './courier-format-table.ts'

/**
 * Couriers of whose numbers no public source says anything (November 2026). Their letters and digits are taken and
 * nothing about them is checked.
 */
export const couriersWithoutFormat = {
  evri: 'Evri',
  gls: 'GLS',
  hermes: 'Hermes',
  royal_mail: 'Royal Mail',
  sagawa: 'Sagawa 佐川',
  speedx: 'SpeedX',
  uniuni: 'UniUni',
  yamato: 'Yamato 大和',
} as const

export const allCourierNames: Readonly<Record<string, string>> = { ...courierNames, ...couriersWithoutFormat }

export const getCourierName = (courier: string): string =>
  Object.hasOwn(allCourierNames, courier) ? allCourierNames[courier]! : courier

export const hasKnownFormats = (courier: string): courier is CourierId => Object.hasOwn(courierNames, courier)

/** By id or name, in any case. */
export function findCourier(written: string): string | null {
  const wanted = written.trim().toLowerCase()
  const found = Object.entries(allCourierNames).find(
    ([id, name]) => id === wanted || name.toLowerCase() === wanted,
  )
  return found?.[0] ?? null
}
