import type { BoxView } from '../../../shared/contract/outputs.ts'

export const makeBoxView = (values: Partial<BoxView> = {}): BoxView => ({
  id: 1,
  shipmentId: 1,
  fbaId: 'FBA15TB8M3X9',
  client: '义乌百川',
  position: 1,
  boxId: null,
  trackingId: null,
  isTrackingShared: false,
  weightKg: null,
  formerBoxIds: null,
  carrier: null,
  check: 'missing',
  keptBecause: null,
  ...values,
})
