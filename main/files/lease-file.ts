import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { z } from 'zod'
import {
  formatLease,
  formatLeasePayload,
  leaseKind,
  type LeaseRefusal,
  type NumberLease,
  type SignedLease,
} from '../../shared/domain/number-lease.ts'
import { checkMethods } from '../../shared/domain/pro-number.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

const leaseSchema = z
  .object({
    kind: z.literal(leaseKind),
    leaseId: z.uuid(),
    carrier: z.string().min(1).max(200),
    scac: z.string().max(5).nullable(),
    prefix: z.string(),
    width: z.number(),
    first: z.number(),
    last: z.number(),
    increment: z.number(),
    checkMethod: z.enum(checkMethods),
    from: z.string().min(1).max(64),
    to: z.string().max(64).nullable(),
    previousHead: z.string().length(64),
    publicKey: z.base64(),
    signature: z.base64(),
  })
  .strict()

/** `privateKey` is PKCS #8 in PEM; the public key goes into the file. */
export function signLease(lease: NumberLease, privateKey: string): string {
  const key = createPrivateKey(privateKey)
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')
  const payload = { ...lease, publicKey }
  const signature = sign(null, Buffer.from(formatLeasePayload(payload), 'utf8'), key).toString('base64')
  return formatLease({ ...payload, signature })
}

/** Refuses what is not to the byte what was signed. */
export function readLease(text: string): Result<SignedLease, LeaseRefusal> {
  const read = leaseSchema.safeParse(parseJson(text))
  if (!read.success) return fail(text.includes(leaseKind) ? 'changed' : 'not-a-lease')
  const lease: SignedLease = read.data
  return formatLease(lease) === text && isSigned(lease) ? ok(lease) : fail('changed')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isSigned(lease: SignedLease): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(lease.publicKey, 'base64'), type: 'spki', format: 'der' })
    return verify(
      null,
      Buffer.from(formatLeasePayload(lease), 'utf8'),
      key,
      Buffer.from(lease.signature, 'base64'),
    )
  } catch {
    // A key that is none.
    return false
  }
}
