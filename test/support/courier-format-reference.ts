import { s10Countries } from '../../shared/domain/number/courier-format-table.ts'

const values = (text: string): number[] => text.split('').map((char) => parseInt(char, 36))
const sumOf = (numbers: number[]): number => numbers.reduce((sum, number) => sum + number, 0)
const toTen = (sum: number): string => String((10 - (sum % 10)) % 10)
const upsValues = (text: string): number[] =>
  values(text).map((value) => (value < 10 ? value : (value - 10 + 2) % 10))
const w12 = (text: string): string =>
  toTen(sumOf(upsValues(text).map((value, i) => (i % 2 ? 2 * value : value))))
const m31 = (text: string): string =>
  toTen(
    sumOf(
      values(text)
        .toReversed()
        .map((value, i) => (i % 2 ? value : 3 * value)),
    ),
  )
const luhn = (text: string): string =>
  toTen(
    sumOf(
      values(text)
        .toReversed()
        .map((value, i) => (i % 2 ? value : [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][value]!)),
    ),
  )
const mod7 = (text: string): string => String(BigInt(text) % 7n)
const by = (weights: number[], text: string): number =>
  sumOf(values(text).map((value, i) => value * weights[i]!))
const f317 = (text: string): string => String(by([3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1], text) % 11).slice(-1)
const f173 = (text: string): string =>
  String(by([1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1], text) % 11).slice(-1)
const s10 = (text: string): string => '50987654321'[by([8, 6, 4, 2, 3, 5, 9, 7], text) % 11]!
const iso37 = (text: string): string => {
  const end = values(text).reduce((product, value) => (((product + value) % 36 || 36) * 2) % 37, 36)
  return ((37 - end) % 36).toString(36).toUpperCase()
}

/** The ways to read a USPS barcode: bare, behind `420` + ZIP, behind `420` + ZIP+4. */
const uspsReadings = (number: string, bare: RegExp): string[] =>
  [/^(.+)$/, /^420\d{5}(.+)$/, /^420\d{9}(.+)$/].flatMap((routing) => {
    const rest = routing.exec(number)?.[1]
    return rest !== undefined && bare.test(rest) ? [rest] : []
  })
const lastIs =
  (compute: (text: string) => string, from = 0) =>
  (number: string): boolean =>
    compute(number.slice(from, -1)) === number.slice(-1)

/** One format as its description reads: whole patterns with the routing inside, sums over arrays and BigInt. */
export interface FormatReference {
  id: string
  courier: string
  pattern: RegExp
  /** Shape to generate numbers from; the pattern itself where left out. */
  shapes?: RegExp[]
  /** Left out: no check digit. */
  holds?: (number: string) => boolean
  /** Place of the check character; last where left out. */
  checkAt?: number
}

const impbN = /^94\d{3}(?:9\d{8}(?:\d{15}|\d{11}|\d{7})|[0-8]\d{5}(?:\d{14}|\d{10}))\d$/
const impbC = /^(?:92\d{3}9\d{8}|93\d{3}[0-8]\d{5}\d{3}|95\d{3}\d{9})\d{7}(?:\d{4})?\d$/
export const formatReferences: FormatReference[] = [
  { id: 'ups_1z', courier: 'ups', pattern: /^1Z[A-Z0-9]{6}[A-Z0-9]{2}[A-Z0-9]{7}\d$/, holds: lastIs(w12, 2) },
  { id: 'ups_waybill', courier: 'ups', pattern: /^[AHJKTV]\d{10}$/, holds: lastIs(w12, 1) },
  { id: 'fedex_12', courier: 'fedex', pattern: /^\d{12}$/, holds: lastIs(f317) },
  { id: 'fedex_ground_15', courier: 'fedex', pattern: /^\d{15}$/, holds: lastIs(m31) },
  { id: 'fedex_ground_96', courier: 'fedex', pattern: /^96\d{20}$/, holds: lastIs(m31, 7) },
  { id: 'fedex_sscc18', courier: 'fedex', pattern: /^\d{18}$/, holds: lastIs(m31, 2) },
  { id: 'fedex_34', courier: 'fedex', pattern: /^[0-8]\d{33}$/, holds: lastIs(f173, 20) },
  { id: 'fedex_gsn_34', courier: 'fedex', pattern: /^96\d{32}$/, holds: lastIs(f173, 20) },
  {
    id: 'fedex_astra_32',
    courier: 'fedex',
    pattern: /^3\d{31}$/,
    holds: (number) => f317(number.slice(16, 27)) === number[27],
    checkAt: 27,
  },
  {
    id: 'usps_impb_n',
    courier: 'usps',
    pattern:
      /^(?:420\d{5}(?=\d{22}$|\d{26}$)|420\d{9}(?=\d{22}$))?94\d{3}(?:9\d{8}(?:\d{15}|\d{11}|\d{7})|[0-8]\d{5}(?:\d{14}|\d{10}))\d$/,
    shapes: [
      /^94\d{20}$/,
      /^94\d{24}$/,
      /^94\d{3}9\d{24}$/,
      /^420\d{5}94\d{20}$/,
      /^420\d{5}94\d{24}$/,
      /^420\d{9}94\d{20}$/,
    ],
    holds: (number) => uspsReadings(number, impbN).some(lastIs(m31)),
  },
  {
    id: 'usps_impb_c',
    courier: 'usps',
    pattern:
      /^(?:420\d{5}|420\d{9}(?=\d{22}$))?(?:92\d{3}(?=9)|93\d{3}(?=[0-8])|95\d{3})(?:9\d{8}(?:\d{11}|\d{7})|[0-8]\d{5}(?:\d{14}|\d{10}))\d$/,
    shapes: [
      /^92\d{3}9\d{16}$/,
      /^92\d{3}9\d{20}$/,
      /^93\d{3}[0-8]\d{16}$/,
      /^93\d{3}[0-8]\d{20}$/,
      /^95\d{20}$/,
      /^95\d{24}$/,
      /^420\d{5}92\d{3}9\d{16}$/,
      /^420\d{5}95\d{24}$/,
      /^420\d{9}93\d{3}[0-8]\d{16}$/,
    ],
    holds: (number) => uspsReadings(number, impbC).some(lastIs(m31)),
  },
  {
    id: 'usps_91',
    courier: 'usps',
    pattern: /^(?:420\d{5}(?:\d{4})?)?(?:91)?\d{20}$/,
    shapes: [
      /^91\d{20}$/,
      /^\d{20}$/,
      /^420\d{5}91\d{20}$/,
      /^420\d{9}91\d{20}$/,
      /^420\d{5}\d{20}$/,
      /^420\d{9}\d{20}$/,
    ],
    holds: (number) =>
      uspsReadings(number, /^(?:91)?\d{20}$/).some((rest) =>
        lastIs(m31)(rest.length === 20 ? `91${rest}` : rest),
      ),
  },
  { id: 'usps_20', courier: 'usps', pattern: /^\d{20}$/, holds: lastIs(m31) },
  { id: 'dhl_express', courier: 'dhl', pattern: /^\d{10,11}$/, holds: lastIs(mod7) },
  { id: 'dhl_piece', courier: 'dhl', pattern: /^J[A-Z]{2,3}\d{9,10}$/ },
  { id: 'dhl_ecommerce', courier: 'dhl', pattern: /^(?:GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)\d[0-9A-Z]{9,38}$/ },
  { id: 'dhl_ecommerce_14', courier: 'dhl', pattern: /^\d{14}$/ },
  { id: 'dpd_14', courier: 'dpd', pattern: /^\d{14}[0-9A-Z]$/, holds: lastIs(iso37) },
  { id: 'dpd_28', courier: 'dpd', pattern: /^\d{27}[0-9A-Z]$/, holds: lastIs(iso37) },
  {
    id: 's10',
    courier: 's10',
    pattern: new RegExp(`^[A-Z]{2}\\d{9}(?:${s10Countries.join('|')})$`),
    shapes: [/^[A-Z]{2}\d{9}(?:CN|US|GB|DE|ZW)$/],
    holds: (number) => s10(number.slice(2, 10)) === number[10],
    checkAt: 10,
  },
  { id: 'canada_post_16', courier: 'canada_post', pattern: /^\d{16}$/, holds: lastIs(m31) },
  { id: 'purolator_12', courier: 'purolator', pattern: /^[0-5]\d{11}$/, holds: lastIs(luhn) },
  { id: 'purolator_alpha', courier: 'purolator', pattern: /^[A-Z]{3}\d{9}$/ },
  { id: 'canpar_22', courier: 'canpar', pattern: /^[CDKLSUXZ]\d{21}$/ },
  {
    id: 'ontrac_c',
    courier: 'ontrac',
    pattern: /^C\d{14}$/,
    shapes: [/^C\d{14}$/, /^C4\d{13}$/],
    holds: (number) => lastIs(w12)(number.replace(/^C4?/, '4')),
  },
  {
    id: 'ontrac_d',
    courier: 'ontrac',
    pattern: /^D\d{14}$/,
    shapes: [/^D\d{14}$/, /^D5\d{13}$/],
    holds: (number) => lastIs(w12)(number.replace(/^D5?/, '5')),
  },
  { id: 'lasership_l', courier: 'lasership', pattern: /^L[AIEHNX][1-3]\d{7}$/ },
  { id: 'lasership_1ls7_15', courier: 'lasership', pattern: /^1LS7[12]\d{10}$/ },
  { id: 'lasership_1ls7_18', courier: 'lasership', pattern: /^1LS7[12]\d{2}01[1-4]\d{6}1$/ },
  { id: 'lasership_1lscx', courier: 'lasership', pattern: /^1LSCX[0-9A-Z]{10}$/ },
  { id: 'old_dominion', courier: 'old_dominion', pattern: /^(?:77[78]|072|780)\d{8}$/, holds: lastIs(luhn) },
  { id: 'old_dominion_g', courier: 'old_dominion', pattern: /^80\d{9}$/, holds: lastIs(luhn) },
  { id: 'amazon_logistics', courier: 'amazon', pattern: /^TB[ACM]\d{12}$/ },
  { id: 'amazon_intl', courier: 'amazon', pattern: /^[AFC]\d{10}$/ },
  { id: 'gofo', courier: 'gofo', pattern: /^GFUS\d{14}$/ },
  { id: 'landmark', courier: 'landmark', pattern: /^LTN\d{8}N1$/ },
  { id: 'speedee', courier: 'speedee', pattern: /^SP\d{18}$/ },
  { id: 'yodel', courier: 'yodel', pattern: /^JJ?D\d{16}$/ },
  { id: 'yunexpress', courier: 'yunexpress', pattern: /^YT\d{16}$/ },
]

interface ExpectedMatch {
  courier: string
  format: string
  checkDigit: 'valid' | 'invalid' | 'none'
}

export const getExpectedMatches = (number: string): ExpectedMatch[] =>
  formatReferences
    .filter((reference) => reference.pattern.test(number))
    .map(({ id, courier, holds }) => ({
      courier,
      format: id,
      checkDigit: holds === undefined ? 'none' : holds(number) ? 'valid' : 'invalid',
    }))

export function getExpectedVerdict(matches: ExpectedMatch[]): 'valid' | 'invalid' | 'unknown' {
  const found = new Set(matches.map((match) => match.checkDigit))
  if (found.has('valid')) return 'valid'
  if (found.has('invalid')) return 'invalid'
  return found.has('none') ? 'valid' : 'unknown'
}
