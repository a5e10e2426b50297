import type { Page } from 'playwright-core'
import { nextOpId } from '../../support/engine-process.ts'
import { ownFleet } from '../../support/sample-files.ts'
import { look } from './open-desk.ts'

/** The own fleet, with a block that begins 8100200008, 8100200016, 8100200024, 8100200032. */
export async function addCarriersFromPage(page: Page): Promise<void> {
  const { id: carrierId } = await look(page, 'carrier.save', { opId: nextOpId(), ...ownFleet })
  const range = { prefix: '', width: 9, first: 810_020_000, last: 810_029_999, checkMethod: 'luhn' as const }
  await look(page, 'block.add', { opId: nextOpId(), carrierId, ...range })
}
