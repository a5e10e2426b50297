import type { ForecastShipment } from '../../shared/domain/forecast-shipment.ts'

/** An open LTL shipment due on a day, with its PRO. */
export const makeForecastShipment = (values: Partial<ForecastShipment> = {}): ForecastShipment => ({
  id: 1,
  fbaId: 'FBA19TB4K7Q2',
  clientId: 1,
  client: '宁波星野',
  marketplace: 'US',
  fc: 'ONT8',
  isExempt: false,
  isHistory: false,
  isClosedUndated: false,
  isOpen: true,
  hasGap: values.gap !== undefined && values.gap !== null,
  due: { on: '2026-11-27', basis: 'appointment' },
  gap: null,
  ...values,
})
