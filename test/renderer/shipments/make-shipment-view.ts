import type { ShipmentView } from '../../../shared/domain/shipment-list.ts'
import { makeShipmentView as makeView } from '../../support/factories.ts'

/** The same view with boxes and a weight. */
export const makeShipmentView = (values: Partial<ShipmentView> = {}): ShipmentView =>
  makeView({ fbaId: 'FBA15TB8M3X9', boxes: 20, grossWeightKg: 249, ...values })
