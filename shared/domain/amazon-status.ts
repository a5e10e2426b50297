import { deadStatuses } from './shipment.ts'
import { arrivedStatuses, exposedStatuses } from './validity-clock.ts'

const amazonStatuses: ReadonlySet<string> = new Set([...deadStatuses, ...exposedStatuses, ...arrivedStatuses])

/** Amazon's status word, however it is spelt; null for a status of the client's own. */
export function parseAmazonStatus(text: string): string | null {
  const word = text.toUpperCase().replace(/[\s-]+/g, '_')
  const status = word === 'CANCELED' ? 'CANCELLED' : word
  return amazonStatuses.has(status) ? status : null
}
