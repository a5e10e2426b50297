import type { CallInput } from '../../shared/contract/contract.ts'
import { sampleClients } from './sample-clients.ts'

type Unsent<T> = Omit<T, 'opId'>

/** What the sample company's desk has on file before the first file comes in; carriers go by their names. */
export interface SampleSetup {
  clients: Unsent<CallInput<'client.save'>>[]
  carriers: Unsent<CallInput<'carrier.save'>>[]
  blocks: (Omit<Unsent<CallInput<'block.add'>>, 'carrierId'> & { carrier: string })[]
  vehicles: (Omit<Unsent<CallInput<'vehicle.save'>>, 'carrierId'> & { carrier: string })[]
  drivers: (Omit<Unsent<CallInput<'driver.save'>>, 'carrierId'> & { carrier: string })[]
  rules: (Omit<Unsent<CallInput<'rule.save'>>, 'carrierId'> & { carrier: string })[]
}

export const fleetName = '自营车队'
/** Numbers up to this one remain when the morning is over. */
const lastPro = 810_020_999

export const sampleSetup: SampleSetup = {
  // The last client is new this morning.
  clients: sampleClients.slice(0, -1).map(({ name, language }) => ({ name, folder: null, language })),
  carriers: [
    {
      name: fleetName,
      kind: 'own_fleet',
      scac: 'OWN81',
      amazonName: 'OTHER',
      strategy: 'per_shipment',
      courier: null,
      isActive: true,
    },
    {
      name: 'UPS',
      kind: 'parcel',
      scac: 'UPSN',
      amazonName: 'UNITED_PARCEL_SERVICE_INC',
      strategy: 'per_box',
      courier: 'ups',
      isActive: true,
    },
    {
      name: 'FedEx',
      kind: 'parcel',
      scac: 'FDEG',
      amazonName: 'FEDERAL_EXPRESS_CORP',
      strategy: 'per_box',
      courier: 'fedex',
      isActive: true,
    },
  ],
  blocks: [
    { carrier: fleetName, prefix: '', width: 9, first: 810_020_000, last: lastPro, checkMethod: 'luhn' },
  ],
  vehicles: ['CA 8K21457', 'CA 8K21458', 'CA 8M90312', 'CA 9A15520', 'CA 9A15521', 'CA 9C77044'].map(
    (plate) => ({
      carrier: fleetName,
      plate,
      maxPallets: 26,
      maxBoxes: null,
      maxKg: null,
      isActive: true,
    }),
  ),
  // One of them has to renew the card.
  drivers: [
    ['陈师傅', null],
    ['李师傅', '2028-06-30'],
    ['Marco R.', '2028-02-28'],
    ['王师傅', '2026-10-31'],
    ['赵师傅', null],
  ].map(([name, cardUntil]) => ({
    carrier: fleetName,
    name: name!,
    phone: null,
    cardUntil: cardUntil!,
    isActive: true,
  })),
  // A parcel shipment whose client names no carrier goes by UPS.
  rules: [
    { carrier: fleetName, clientId: null, fc: null, amazonMode: 'LTL' },
    { carrier: fleetName, clientId: null, fc: null, amazonMode: 'FTL' },
    { carrier: 'UPS', clientId: null, fc: null, amazonMode: 'SPD' },
  ],
}
