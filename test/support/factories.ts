import type { Box } from '../../shared/domain/box.ts'
import { emptyBoxSummary } from '../../shared/domain/box-summary.ts'
import type { Carrier } from '../../shared/domain/carrier.ts'
import type { CarrierRule } from '../../shared/domain/carrier-rule.ts'
import { makeDatedView } from '../../shared/domain/dated-view.ts'
import type { NumberBlock } from '../../shared/domain/pro-number.ts'
import type { ShipmentFacts } from '../../shared/domain/rule-pack/rule.ts'
import type { ShipmentView } from '../../shared/domain/shipment-list.ts'
import type { Shipment } from '../../shared/domain/shipment.ts'
import { getValidityClock, noPlan } from '../../shared/domain/validity-clock.ts'

type StoredShipment = Shipment & { isGone: boolean; templateSha256: string | null }

/** An LTL shipment to ONT8 that has nothing yet but its mode and boxes declared. */
export const makeShipment = (values: Partial<StoredShipment> = {}): StoredShipment => ({
  id: 1,
  fbaId: 'FBA19TB4K7Q2',
  accountId: 1,
  fc: 'ONT8',
  referenceId: null,
  amazonMode: 'LTL',
  roadMode: null,
  programme: 'own',
  carrierId: null,
  pro: null,
  isProShared: false,
  bol: null,
  isa: null,
  clientReference: null,
  declaredBoxCount: null,
  grossWeightKg: null,
  amazonStatus: null,
  note: null,
  createdOn: null,
  origin: null,
  planId: null,
  etaOn: null,
  appointmentAt: null,
  windowFrom: null,
  windowTo: null,
  deliveredOn: null,
  palletCount: null,
  replacedBy: null,
  isHistory: false,
  finding: null,
  verifiedOn: null,
  verifiedBy: null,
  loadId: null,
  extras: {},
  isGone: false,
  templateSha256: null,
  ...values,
})

export const makeBox = (values: Partial<Box> = {}): Box => ({
  id: 1,
  shipmentId: 1,
  position: 1,
  boxId: null,
  trackingId: null,
  isTrackingShared: false,
  weightKg: null,
  ...values,
})

/** The own fleet. */
export const makeCarrier = (values: Partial<Carrier> = {}): Carrier => ({
  id: 1,
  name: '自营车队',
  kind: 'own_fleet',
  scac: 'TLBD',
  amazonName: 'OTHER',
  strategy: 'per_shipment',
  courier: null,
  proPolicy: 'per_shipment',
  cardUntil: null,
  isActive: true,
  ...values,
})

export const makeUpsCarrier = (values: Partial<Carrier> = {}): Carrier =>
  makeCarrier({
    id: 2,
    name: 'UPS',
    kind: 'parcel',
    scac: 'UPSN',
    amazonName: 'UNITED_PARCEL_SERVICE_INC',
    strategy: 'per_box',
    courier: 'ups',
    ...values,
  })

/** The own fleet for everything, in the standard set. */
export const makeRule = (values: Partial<CarrierRule> = {}): CarrierRule => ({
  id: 1,
  setId: null,
  position: values.id ?? 1,
  clientId: null,
  fc: null,
  amazonMode: null,
  weightFromKg: null,
  weightToKg: null,
  dateFrom: null,
  dateTo: null,
  carrierId: 1,
  ...values,
})

/** What the rules look at: a shipment in the US, its boxes complete, on the own fleet. */
export const makeFacts = (
  shipment: Partial<StoredShipment> = {},
  values: Partial<Omit<ShipmentFacts, 'shipment'>> = {},
): ShipmentFacts => ({
  shipment: makeShipment(shipment),
  clock: getValidityClock(makeShipment(shipment), noPlan, values.day ?? '2026-11-27'),
  boxes: { ...emptyBoxSummary(), boxes: 20, withBoxId: 20, withTracking: 20 },
  carrier: makeCarrier(),
  marketplace: 'US',
  day: '2026-11-27',
  standIn: null,
  blockMisfit: null,
  ...values,
})

/** 100 numbers from 810020000 on, each with a Luhn digit behind it. */
export const makeBlock = (values: Partial<NumberBlock> = {}): NumberBlock => ({
  id: 1,
  carrierId: 1,
  prefix: '',
  width: 9,
  first: 810_020_000,
  last: 810_020_099,
  increment: 1,
  next: values.first ?? 810_020_000,
  checkMethod: 'luhn',
  position: 1,
  lowStock: 50,
  isClosed: false,
  isRetired: false,
  released: [],
  ...values,
})

export const makeShipmentView = (values: Partial<ShipmentView> = {}): ShipmentView => ({
  id: 1,
  fbaId: 'FBA19TB4K7Q2',
  client: '宁波星野',
  marketplace: 'US',
  status: 'incomplete',
  reasons: [],
  warnings: [],
  infos: [],
  letThrough: [],
  fc: 'ONT8',
  referenceId: null,
  amazonMode: 'LTL',
  roadMode: null,
  programme: 'own',
  boxes: 0,
  paired: 0,
  grossWeightKg: null,
  carrierId: null,
  carrier: null,
  pro: null,
  bol: null,
  isa: null,
  clientReference: null,
  amazonStatus: null,
  note: null,
  hasTemplate: false,
  load: null,
  isHistory: false,
  ...makeDatedView(makeShipment(), getValidityClock(makeShipment(), noPlan, '2026-11-27'), [], '2026-11-27'),
  ...values,
})
