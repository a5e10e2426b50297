import type { CheckAlgorithm } from './check-digit.ts'

export const courierNames = {
  amazon: 'Amazon',
  canada_post: 'Canada Post',
  canpar: 'Canpar',
  dhl: 'DHL',
  dpd: 'DPD',
  fedex: 'FedEx',
  gofo: 'GOFO',
  landmark: 'Landmark Global',
  lasership: 'LaserShip',
  old_dominion: 'Old Dominion',
  ontrac: 'OnTrac',
  purolator: 'Purolator',
  s10: 'Postal service (S10)',
  speedee: 'Spee-Dee',
  ups: 'UPS',
  usps: 'USPS',
  yodel: 'Yodel',
  yunexpress: 'YunExpress',
} as const

export type CourierId = keyof typeof courierNames

/** Parts of a number that are known by name. */
export const numberParts = [
  'container',
  'service',
  'shipper',
  'mailer',
  'package',
  'serial',
  'zip',
  'country',
  'check',
] as const
export type NumberPart = (typeof numberParts)[number]

/** How well a rule is known: the carrier's own document or a standard, public code, few samples, hearsay. */
export type Certainty = 'confirmed' | 'secondary' | 'inferred' | 'unverified'

/** The check character at `at` is computed over the characters from `from` up to it; −1 is the last. */
export interface CheckRule {
  algorithm: CheckAlgorithm
  from: number
  at: number
  /** Put in front of the characters checked, unless the number matches `unless` and so has it already. */
  lead?: { text: string; unless: RegExp }
}

export interface CourierFormat {
  id: string
  courier: CourierId
  /**
   * For the cleaned number; without `420` + ZIP where the format may stand behind one. Its named groups are the parts
   * that are known.
   */
  pattern: RegExp
  /** A USPS barcode may put `420` and the ZIP (5 or 9 digits) in front, up to 34 digits in all. */
  mayFollowZip?: true
  /** Null where the format has no check digit. */
  check: CheckRule | null
  /** Digits that only this format begins with, so that a right check digit tells the courier. */
  checkedPrefix?: RegExp
  /** Printed by some labels without the check character: the chosen courier's number, of which nothing can be checked. */
  unchecked?: RegExp
  /** The part of a barcode that is printed as the number; all of it where left out. */
  printed?: RegExp
  certainty: Certainty
  /** Invented, and right under the rule. */
  example: string
}

/** Countries whose posts issue S10 numbers. */
export const s10Countries: readonly string[] = (
  'AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL ' +
  'CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FR GA GB GD GE GH GM GN GQ GR GT GW ' +
  'GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS ' +
  'LT LU LV LY MA MC MD ME MG MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG ' +
  'PH PK PL PT PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM ' +
  'TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW'
).split(' ')

/** The last 14 digits of the barcode; two zeros in front are left away. */
const fedexPrinted = /(?!00)\d{14}$|(?<=00)\d{12}$/

/**
 * Number formats of the couriers that deliver to Amazon. A new format is one entry.
 * Source: the data set jkeen/tracking_number_data 2.0.0 (MIT), restated as facts; November 2026.
 */
export const courierFormats: readonly CourierFormat[] = [
  {
    id: 'ups_1z',
    courier: 'ups',
    pattern: /^1Z(?<shipper>[A-Z0-9]{6})(?<service>[A-Z0-9]{2})(?<package>[A-Z0-9]{7})(?<check>\d)$/,
    check: { algorithm: 'w12', from: 2, at: -1 },
    certainty: 'confirmed',
    example: '1ZA1B2C30300014703',
  },
  {
    id: 'ups_waybill',
    courier: 'ups',
    pattern: /^(?<serial>[AHJKTV]\d{9})(?<check>\d)$/,
    check: { algorithm: 'w12', from: 1, at: -1 },
    certainty: 'secondary',
    example: 'K2400240019',
  },
  {
    id: 'fedex_12',
    courier: 'fedex',
    pattern: /^(?<serial>\d{11})(?<check>\d)$/,
    check: { algorithm: 'f317', from: 0, at: -1 },
    certainty: 'confirmed',
    example: '400014700213',
  },
  {
    id: 'fedex_ground_15',
    courier: 'fedex',
    pattern: /^(?<serial>\d{14})(?<check>\d)$/,
    check: { algorithm: 'm31', from: 0, at: -1 },
    certainty: 'secondary',
    example: '612900014700219',
  },
  {
    // Only the 15 digits of the Ground number at the end are checked.
    id: 'fedex_ground_96',
    courier: 'fedex',
    pattern: /^96\d{2}(?<service>\d{3})(?<shipper>\d{7})(?<package>\d{7})(?<check>\d)$/,
    check: { algorithm: 'm31', from: -15, at: -1 },
    checkedPrefix: /^96/,
    printed: /\d{15}$/,
    certainty: 'secondary',
    example: '9611019612900014700219',
  },
  {
    id: 'fedex_sscc18',
    courier: 'fedex',
    pattern: /^(?<container>\d{2})(?<serial>\d{15})(?<check>\d)$/,
    check: { algorithm: 'm31', from: 2, at: -1 },
    certainty: 'secondary',
    example: '000061290001470020',
  },
  {
    id: 'fedex_34',
    courier: 'fedex',
    pattern: /^[0-8]\d{14}(?<zip>\d{5})(?<serial>\d{13})(?<check>\d)$/,
    check: { algorithm: 'f173', from: -14, at: -1 },
    printed: fedexPrinted,
    certainty: 'secondary',
    example: '1000000000000009176100400014700213',
  },
  {
    id: 'fedex_gsn_34',
    courier: 'fedex',
    pattern: /^96\d{7}(?<shipper>\d{10})\d(?<serial>\d{13})(?<check>\d)$/,
    check: { algorithm: 'f173', from: -14, at: -1 },
    checkedPrefix: /^96/,
    printed: fedexPrinted,
    certainty: 'secondary',
    example: '9622001560000000000000400014700213',
  },
  {
    // The number itself is positions 17 to 28 of the barcode.
    id: 'fedex_astra_32',
    courier: 'fedex',
    pattern: /^3\d{15}(?<serial>\d{11})(?<check>\d)\d{4}$/,
    check: { algorithm: 'f317', from: 16, at: 27 },
    printed: /(?<=^\d{16})\d{12}/,
    certainty: 'secondary',
    example: '30000000000000004000147002132014',
  },
  {
    // Mailer ids of 9 digits begin with 9, those of 6 digits do not.
    id: 'usps_impb_n',
    courier: 'usps',
    pattern:
      /^94(?<service>\d{3})(?<mailer>9\d{8}(?=(?:\d{16}|\d{12}|\d{8})$)|[0-8]\d{5}(?=(?:\d{15}|\d{11})$))(?<serial>\d+)(?<check>\d)$/,
    mayFollowZip: true,
    check: { algorithm: 'm31', from: 0, at: -1 },
    checkedPrefix: /^9[2-5]/,
    certainty: 'secondary',
    example: '9400190000014700000212',
  },
  {
    id: 'usps_impb_c',
    courier: 'usps',
    pattern:
      /^(?:92(?=\d{3}9)|93(?=\d{3}[0-8])|95)(?<service>\d{3})(?<mailer>9\d{8}(?=(?:\d{12}|\d{8})$)|[0-8]\d{5}(?=(?:\d{15}|\d{11})$))(?<serial>\d+)(?<check>\d)$/,
    mayFollowZip: true,
    check: { algorithm: 'm31', from: 0, at: -1 },
    checkedPrefix: /^9[2-5]/,
    certainty: 'secondary',
    example: '9200190000014700000214',
  },
  {
    // 20 digits are the short form, checked as if its `91` were there.
    id: 'usps_91',
    courier: 'usps',
    pattern: /^(?:91)?(?<service>\d{2})(?<shipper>\d{9})(?<package>\d{8})(?<check>\d)$/,
    mayFollowZip: true,
    check: { algorithm: 'm31', from: 0, at: -1, lead: { text: '91', unless: /^\d{22}$/ } },
    checkedPrefix: /^91\d{20}$/,
    certainty: 'secondary',
    example: '9101000014700000000218',
  },
  {
    id: 'usps_20',
    courier: 'usps',
    pattern: /^(?<service>\d{2})(?<shipper>\d{9})(?<package>\d{8})(?<check>\d)$/,
    check: { algorithm: 'm31', from: 0, at: -1 },
    certainty: 'secondary',
    example: '01000014700000000216',
  },
  {
    id: 'dhl_express',
    courier: 'dhl',
    pattern: /^(?<serial>\d{9,10})(?<check>\d)$/,
    check: { algorithm: 'mod7', from: 0, at: -1 },
    certainty: 'secondary',
    example: '2400147002',
  },
  {
    id: 'dhl_piece',
    courier: 'dhl',
    pattern: /^J[A-Z]{2,3}\d{9,10}$/,
    check: null,
    certainty: 'secondary',
    example: 'JJD0240014700',
  },
  {
    id: 'dhl_ecommerce',
    courier: 'dhl',
    pattern: /^(?:GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)\d[0-9A-Z]{9,38}$/,
    check: null,
    certainty: 'secondary',
    example: 'GM2400147002400147',
  },
  {
    id: 'dhl_ecommerce_14',
    courier: 'dhl',
    pattern: /^\d{14}$/,
    check: null,
    certainty: 'secondary',
    example: '24001470000021',
  },
  {
    id: 'dpd_14',
    courier: 'dpd',
    pattern: /^(?<serial>\d{14})(?<check>[0-9A-Z])$/,
    check: { algorithm: 'iso37', from: 0, at: -1 },
    unchecked: /^\d{14}$/,
    certainty: 'secondary',
    example: '09980000014702F',
  },
  {
    id: 'dpd_28',
    courier: 'dpd',
    pattern: /^(?<zip>\d{7})(?<serial>\d{14})(?<service>\d{3})(?<country>\d{3})(?<check>[0-9A-Z])$/,
    check: { algorithm: 'iso37', from: 0, at: -1 },
    certainty: 'secondary',
    example: '009176109980000014700101276N',
  },
  {
    id: 's10',
    courier: 's10',
    pattern: new RegExp(
      `^(?<service>[A-Z]{2})(?<serial>\\d{8})(?<check>\\d)(?<country>${s10Countries.join('|')})$`,
    ),
    check: { algorithm: 's10', from: 2, at: 10 },
    certainty: 'confirmed',
    example: 'EA240014706CN',
  },
  {
    id: 'canada_post_16',
    courier: 'canada_post',
    pattern: /^(?<serial>\d{15})(?<check>\d)$/,
    check: { algorithm: 'm31', from: 0, at: -1 },
    certainty: 'secondary',
    example: '4000147000000215',
  },
  {
    id: 'purolator_12',
    courier: 'purolator',
    pattern: /^(?<serial>[0-5]\d{10})(?<check>\d)$/,
    check: { algorithm: 'luhn', from: 0, at: -1 },
    certainty: 'secondary',
    example: '300014700219',
  },
  {
    id: 'purolator_alpha',
    courier: 'purolator',
    pattern: /^[A-Z]{3}\d{9}$/,
    check: null,
    certainty: 'secondary',
    example: 'QZX240014700',
  },
  {
    id: 'canpar_22',
    courier: 'canpar',
    pattern: /^[CDKLSUXZ]\d{21}$/,
    check: null,
    certainty: 'secondary',
    example: 'D240014700000000147002',
  },
  {
    id: 'ontrac_c',
    courier: 'ontrac',
    pattern: /^C(?<serial>\d{13})(?<check>\d)$/,
    check: { algorithm: 'w12', from: 1, at: -1, lead: { text: '4', unless: /^C4/ } },
    certainty: 'secondary',
    example: 'C10014700000214',
  },
  {
    id: 'ontrac_d',
    courier: 'ontrac',
    pattern: /^D(?<serial>\d{13})(?<check>\d)$/,
    check: { algorithm: 'w12', from: 1, at: -1, lead: { text: '5', unless: /^D5/ } },
    certainty: 'secondary',
    example: 'D10014700000213',
  },
  {
    id: 'lasership_l',
    courier: 'lasership',
    pattern: /^L[AIEHNX][1-3]\d{7}$/,
    check: null,
    certainty: 'secondary',
    example: 'LX12400147',
  },
  {
    id: 'lasership_1ls7_15',
    courier: 'lasership',
    pattern: /^1LS7[12]\d{10}$/,
    check: null,
    certainty: 'secondary',
    example: '1LS712400147000',
  },
  {
    // Printed with `-1` at the end: 18 characters.
    id: 'lasership_1ls7_18',
    courier: 'lasership',
    pattern: /^1LS7[12]\d{2}01[1-4]\d{6}-?1$/,
    check: null,
    certainty: 'secondary',
    example: '1LS7124011400147-1',
  },
  {
    id: 'lasership_1lscx',
    courier: 'lasership',
    pattern: /^1LSCX[0-9A-Z]{10}$/,
    check: null,
    certainty: 'secondary',
    example: '1LSCX2400147000',
  },
  {
    id: 'old_dominion',
    courier: 'old_dominion',
    pattern: /^(?<serial>(?:77[78]|072|780)\d{7})(?<check>\d)$/,
    check: { algorithm: 'luhn', from: 0, at: -1 },
    checkedPrefix: /^[078]/,
    certainty: 'secondary',
    example: '07200147002',
  },
  {
    id: 'old_dominion_g',
    courier: 'old_dominion',
    pattern: /^(?<serial>80\d{8})(?<check>\d)$/,
    check: { algorithm: 'luhn', from: 0, at: -1 },
    checkedPrefix: /^[078]/,
    certainty: 'secondary',
    example: '80000147001',
  },
  {
    id: 'amazon_logistics',
    courier: 'amazon',
    pattern: /^TB[ACM]\d{12}$/,
    check: null,
    certainty: 'secondary',
    example: 'TBA240014700021',
  },
  {
    id: 'amazon_intl',
    courier: 'amazon',
    pattern: /^[AFC]\d{10}$/,
    check: null,
    certainty: 'secondary',
    example: 'C2400147002',
  },
  {
    id: 'gofo',
    courier: 'gofo',
    pattern: /^GFUS\d{14}$/,
    check: null,
    certainty: 'secondary',
    example: 'GFUS24001470000021',
  },
  {
    id: 'landmark',
    courier: 'landmark',
    pattern: /^LTN\d{8}N1$/,
    check: null,
    certainty: 'secondary',
    example: 'LTN24001470N1',
  },
  {
    id: 'speedee',
    courier: 'speedee',
    pattern: /^SP\d{18}$/,
    check: null,
    certainty: 'secondary',
    example: 'SP240014700000000021',
  },
  {
    id: 'yodel',
    courier: 'yodel',
    pattern: /^JJ?D\d{16}$/,
    check: null,
    certainty: 'secondary',
    example: 'JJD2400147000000021',
  },
  {
    id: 'yunexpress',
    courier: 'yunexpress',
    pattern: /^YT\d{16}$/,
    check: null,
    certainty: 'secondary',
    example: 'YT2400147000000021',
  },
]
