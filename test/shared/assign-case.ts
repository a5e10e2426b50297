import { expect } from 'vitest'
import { planAssign, type AssignPlan } from '../../shared/domain/assign.ts'
import type { Resolutions } from '../../shared/domain/assign-conflict.ts'
import type { AssignChoice, AssignContext, AssignTarget } from '../../shared/domain/assign-row.ts'
import type { CarrierRule } from '../../shared/domain/carrier-rule.ts'
import type { Shipment } from '../../shared/domain/shipment.ts'
import { isStillOpen } from '../../shared/domain/validity-clock.ts'
import { makeBlock, makeCarrier, makeShipment, makeUpsCarrier } from '../support/factories.ts'

export const fleet = makeCarrier()
export const ups = makeUpsCarrier()
export const partner = makeCarrier({ id: 3, name: '合作车队', kind: 'partner_fleet', scac: 'PTNR' })
export const pallets = makeCarrier({
  id: 4,
  name: '自营托盘',
  kind: 'ltl',
  scac: null,
  strategy: 'same_on_all',
})

const choice: AssignChoice = {
  carrier: 'auto',
  blockId: null,
  wantsCarrier: true,
  wantsPro: true,
  sharesPro: false,
  wantsLoad: false,
  loadId: null,
  caps: { maxPallets: 26, maxBoxes: null, maxKg: null },
  tripHours: 4,
  loadChoices: [],
  resolutions: {},
  rowChoices: [],
}
export const replacing: Resolutions['resolutions'] = { 'carrier-kept': 'replace', 'pro-kept': 'replace' }
export const context: AssignContext = {
  carriers: [fleet, ups],
  loads: [],
  loadNumbers: [],
  vehicles: [],
  drivers: [],
  getRules: () => [],
  blocks: [makeBlock()],
  isProTaken: () => false,
  today: '2026-11-27',
  writeModeNote: (_, from, to) => `${from} → ${to}`,
}

export const makeTarget = (
  values: Partial<Shipment> = {},
  over: Partial<AssignTarget> = {},
): AssignTarget => ({
  shipment: makeShipment(values),
  clientId: 1,
  status: 'incomplete',
  isOpen: isStillOpen(makeShipment(values)),
  boxes: 0,
  boxesKg: null,
  numberedBoxes: 0,
  isIdRefused: false,
  ...over,
})

export const plan = (
  values: Partial<Shipment> | AssignTarget[],
  over: Partial<AssignChoice> = {},
  surroundings: Partial<AssignContext> = {},
): AssignPlan =>
  planAssign(
    Array.isArray(values) ? values : [makeTarget(values)],
    { ...choice, ...over },
    { ...context, ...surroundings },
  )

export const getKinds = ({ conflicts }: AssignPlan['rows'][number]) => conflicts.map(({ kind }) => kind)

export const getOnly = (planned: AssignPlan) => {
  expect(planned.rows).toHaveLength(1)
  const [row] = planned.rows
  return { carrier: row!.carrierId?.after ?? null, pro: row!.pro?.after ?? null, conflicts: getKinds(row!) }
}

export const goBy = (...rules: CarrierRule[]): Pick<AssignContext, 'getRules'> => ({ getRules: () => rules })
