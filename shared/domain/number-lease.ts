import { fail, ok, type Result } from '../result.ts'
import type { NumberRun } from './number-run.ts'
import { countNew, formatProNumber, type NumberBlock, type NumberRange } from './pro-number.ts'

/** Why a lease file is not accepted. */
export type LeaseRefusal = 'not-a-lease' | 'changed' | 'own' | 'no-desk' | 'other-desk' | 'accepted-before'

/** A part of one desk's block for another desk, as it stands in a file. */
export interface NumberLease extends NumberRange {
  leaseId: string
  carrier: string
  scac: string | null
  /** Install ids; `to` null in files from before a lease had to name its desk. */
  from: string
  to: string | null
  /** The lender's ledger before the lease. */
  previousHead: string
}

export interface SignedLease extends NumberLease {
  /** Ed25519, SPKI in base64. */
  publicKey: string
  /** Over everything before it. */
  signature: string
}

export const leaseKind = 'tailboard-number-lease-1'

/** What is signed. */
export function formatLeasePayload(lease: NumberLease & Pick<SignedLease, 'publicKey'>): string {
  const { leaseId, carrier, scac, prefix, width, first, last, increment, checkMethod } = lease
  const { from, to, previousHead, publicKey } = lease
  return JSON.stringify({
    kind: leaseKind,
    leaseId,
    carrier,
    scac,
    prefix,
    width,
    first,
    last,
    increment,
    checkMethod,
    from,
    to,
    previousHead,
    publicKey,
  })
}

export const formatLease = (lease: SignedLease): string =>
  `${JSON.stringify({ ...(JSON.parse(formatLeasePayload(lease)) as object), signature: lease.signature }, null, 2)}\n`

export type LendProblem =
  | { kind: 'block-runs-out'; wanted: number; left: number; blockIds: number[] }
  /** `fits` can be lent before it. */
  | { kind: 'lease-holds-used'; number: string; fits: number }
  | { kind: 'lease-desk'; desk: string; reason: 'not-an-id' | 'own' }

/** A lease that any desk may accept would be accepted by two: it names one, and not the lender. */
export function checkLeaseDesk(desk: string, own: string): LendProblem | null {
  if (!installId.test(desk)) return { kind: 'lease-desk', desk, reason: 'not-an-id' }
  return desk === own ? { kind: 'lease-desk', desk, reason: 'own' } : null
}

const installId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The next numbers, one after another, for another desk. One that stands, went out or is something else here would go
 * out twice: those at the front are passed over, one in between has to stay behind the lease, so that it covers as many
 * as were asked for.
 */
export function fitLease(
  block: NumberBlock,
  count: number,
  isTaken: (number: string) => boolean,
): Result<NumberRun, LendProblem> {
  const { id, increment } = block
  const isUsed = (seq: number) => isTaken(formatProNumber(block, seq))
  let from = block.next
  while (from <= block.last && isUsed(from)) from += increment
  const left = countNew({ ...block, next: from })
  if (left < count) return fail({ kind: 'block-runs-out', wanted: count, left, blockIds: [id] })
  for (let fits = 1; fits < count; fits++) {
    const seq = from + fits * increment
    if (isUsed(seq)) return fail({ kind: 'lease-holds-used', number: formatProNumber(block, seq), fits })
  }
  return ok({ from, to: from + (count - 1) * increment })
}
