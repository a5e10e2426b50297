import { describe, expect, test } from 'vitest'
import { checkStandIn, nothingOnFile, type StandIn } from '../../shared/domain/stand-in.ts'

const shipment = { id: 1, fbaId: 'FBA19T000001', isa: '12345678901', referenceId: '2ABCDEF1' }

describe('a stand-in for a PRO', () => {
  test.each<[string, StandIn]>([
    ['12345678901', 'isa'],
    ['2ABCDEF1', 'reference-id'],
    ['FBA19TB4K7Q2', 'shipment-id'],
    ['FBA15ABCDE', 'shipment-id'],
    ['fba19tb4k7q2', 'shipment-id'],
    ['STAR-ABCDE12345XYZ', 'shipment-id'],
    ['FBA19TB4K7Q2U000003', 'box-id'],
    ['FBA15ABCDEU001', 'box-id'],
    ['STAR-ABCDE12345XYZU000001', 'box-id'],
    ['QZXU2401090', 'container'],
    ['qzxu2401090', 'container'],
  ])('%s is seen as %s', (pro, kind) => {
    expect(checkStandIn(pro, shipment, nothingOnFile)).toMatchObject({ kind })
  })

  test.each(['8100200008', 'TB-8100200008', 'FBA19TB', 'QZXU2401091', '2ABCDEF'])('%s is a PRO', (pro) => {
    expect(checkStandIn(pro, shipment, nothingOnFile)).toBeNull()
    expect(checkStandIn(pro, { ...shipment, isa: null, referenceId: null }, nothingOnFile)).toBeNull()
  })

  test('is an appointment of any shipment, and a tracking ID of another shipment, compared whole', () => {
    const onFile = {
      findIsa: (value: string) => (value === '55556666777' ? 'FBA19T000002' : null),
      findTracking: (value: string, { id }: { id: number }) =>
        value === '1Z9999990300000018' && id !== 2 ? 'FBA19T000002' : null,
    }
    expect(checkStandIn('55556666777', shipment, onFile)).toEqual({ kind: 'isa', owner: 'FBA19T000002' })
    expect(checkStandIn('5555666677', shipment, onFile)).toBeNull()
    expect(checkStandIn('1Z9999990300000018', shipment, onFile)).toEqual({
      kind: 'tracking-id',
      owner: 'FBA19T000002',
    })
    // The same number on the shipment's own boxes is one number per shipment, not a stand-in.
    expect(checkStandIn('1Z9999990300000018', { ...shipment, id: 2 }, onFile)).toBeNull()
  })
})
