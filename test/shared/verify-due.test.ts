import { describe, expect, test } from 'vitest'
import type { Shipment } from '../../shared/domain/shipment.ts'
import { getDueCheck } from '../../shared/domain/verify-due.ts'
import { makeShipment } from '../support/factories.ts'

const due = (values: Partial<Shipment>, today: string) => getDueCheck(makeShipment(values), today)

describe('an ID is looked up', () => {
  test('a week before the ETA, not a day earlier', () => {
    expect(due({ etaOn: '2027-01-03' }, '2026-12-26')).toBeNull()
    expect(due({ etaOn: '2027-01-03' }, '2026-12-27')).toEqual({
      checkpoint: 'before-eta',
      since: '2026-12-27',
    })
  })

  test('and again the day before the appointment', () => {
    const seen = { etaOn: '2026-12-04', finding: 'valid', verifiedOn: '2026-11-28' } as const
    const values = { ...seen, appointmentAt: '2026-12-10T07:30' }
    expect(due(values, '2026-12-08')).toBeNull()
    expect(due(values, '2026-12-09')).toEqual({ checkpoint: 'before-appointment', since: '2026-12-09' })
    expect(due({ ...values, verifiedOn: '2026-12-09' }, '2026-12-10')).toBeNull()
  })

  test('until somebody has found it valid on that day or later', () => {
    const values = { etaOn: '2026-12-04' }
    expect(due({ ...values, finding: 'valid', verifiedOn: '2026-11-26' }, '2026-11-28')).not.toBeNull()
    expect(due({ ...values, finding: 'not_found', verifiedOn: '2026-11-28' }, '2026-11-28')).not.toBeNull()
    expect(due({ ...values, finding: 'valid', verifiedOn: '2026-11-27' }, '2026-11-28')).toBeNull()
  })

  test('no more once it has arrived, is dead or was replaced', () => {
    const values = { etaOn: '2026-11-01' }
    expect(due({ ...values, amazonStatus: 'CHECKED_IN' }, '2026-11-27')).toBeNull()
    expect(due({ ...values, deliveredOn: '2026-11-02' }, '2026-11-27')).toBeNull()
    expect(due({ ...values, finding: 'dead' }, '2026-11-27')).toBeNull()
    expect(due({ ...values, replacedBy: 3 }, '2026-11-27')).toBeNull()
  })
})
