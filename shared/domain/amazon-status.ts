import { deadStatuses, endedStatuses } from './shipment.ts'

const amazonStatuses: ReadonlySet<string> = new Set([
  ...deadStatuses,
  ...endedStatuses,
  'WORKING',
  'READY_TO_SHIP',
  'SHIPPED',
  'IN_TRANSIT',
])

/** Amazon's status word, however it is spelt; null for a status of the client's own. */
export function parseAmazonStatus(text: string): string | null {
  const word = text.toUpperCase().replace(/[\s-]+/g, '_')
  const status = word === 'CANCELED' ? 'CANCELLED' : word
  return amazonStatuses.has(status) ? status : null
}
