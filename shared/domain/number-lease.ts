import type { NumberRange } from './pro-number.ts'

/** Why a lease file is not accepted. */
export type LeaseRefusal = 'not-a-lease' | 'changed' | 'own' | 'other-desk' | 'accepted-before'

/** A part of one desk's block for another desk, as it stands in a file. */
export interface NumberLease extends NumberRange {
  leaseId: string
  carrier: string
  scac: string | null
  /** Install ids; `to` null: whichever desk accepts it first. */
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
