export const shipmentStatuses = ['ready', 'incomplete', 'error', 'exported', 'changed', 'exempt'] as const
export type ShipmentStatus = (typeof shipmentStatuses)[number]

/** Ids of all rules: what may keep a shipment from going out, or is said of it. See `rule-pack/`. */
export const readinessReasons = [
  'mode-unknown',
  'marketplace-unknown',
  'carrier-missing',
  'carrier-inactive',
  'carrier-against-mode',
  'pro-missing',
  'pro-outside-limits',
  'pro-on-parcel',
  'pro-on-awd',
  'pro-repeated',
  'pro-is-isa',
  'pro-is-shipment-id',
  'pro-is-box-id',
  'pro-is-container',
  'pro-is-reference-id',
  'pro-is-tracking-id',
  'pro-looks-like-container',
  'pro-format',
  'pro-check-digit',
  'pro-outside-blocks',
  'pro-unlikely',
  'pro-not-for-carrier-central',
  'pro-not-for-mws',
  'bol-not-for-carrier-central',
  'boxes-missing',
  'box-id-missing',
  'box-count-differs',
  'boxes-over-limit',
  'box-too-heavy',
  'box-is-heavy',
  'tracking-missing',
  'tracking-outside-limits',
  'tracking-unusual',
  'tracking-check-digit',
  'tracking-other-format',
  'tracking-repeated',
  'pallet-too-heavy',
  'pallets-exceed-boxes',
  'freight-too-light',
  'window-missing',
  'window-too-long',
  'appointment-missing',
  'isa-shape',
  'reference-shape',
  'fc-unknown',
  'dead-shipment',
  'closed-by-clock',
  'closes-soon',
  'not-found',
  'not-verified',
  'gone-from-file',
  'programme-exempt',
  'replaced',
] as const
export type ReadinessReason = (typeof readinessReasons)[number]

export const isReadinessReason = (rule: string): rule is ReadinessReason =>
  (readinessReasons as readonly string[]).includes(rule)

/** SP-API 2024-03-20 freightBillNumber: letters, digits, `- . _` and blank (read November 2026). */
const apiPro = /^[a-zA-Z0-9._ -]+$/
export const isProWithinLimits = (pro: string, length = 64): boolean =>
  apiPro.test(pro) && pro.length <= length
