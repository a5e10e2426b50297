import { z } from 'zod'
import { isDay } from '../domain/calendar-day.ts'
import { carrierKinds, proPolicies, trackingStrategies } from '../domain/carrier.ts'
import { importFields } from '../domain/sheet/import-field.ts'
import { checkMethods } from '../domain/pro-number.ts'
import { readinessReasons, shipmentStatuses } from '../domain/readiness.ts'
import { clockFacets } from '../domain/dated-view.ts'
import { datedFields } from '../domain/dated-edit.ts'
import { shipmentSortKeys } from '../domain/shipment-list.ts'
import { amazonModes, findings } from '../domain/shipment.ts'

/** Made by the caller; the same id is never carried out twice. */
export const opId = z.string().min(8).max(64)
export const rowId = z.number().int().positive()
const text = z.string().max(2_000)
export const day = z.string().refine(isDay)
export const reason = z.string().trim().min(1).max(500)

/** Which shipments: all conditions hold; a list means one of. */
export const shipmentFilter = z
  .object({
    ids: z.array(rowId).max(50_000),
    /** Any of these texts in FBA shipment ID, PRO, reference, client's reference; one a line. */
    search: z.string().max(200_000),
    clients: z.array(text),
    fcs: z.array(text),
    carriers: z.array(text),
    modes: z.array(z.enum([...amazonModes, 'unknown'])),
    statuses: z.array(z.enum(shipmentStatuses)),
    reasons: z.array(z.enum(readinessReasons)),
    clocks: z.array(z.enum(clockFacets)),
  })
  .partial()
  .strict()

export const sortDirection = z.enum(['asc', 'desc'])
export const shipmentSort = z.object({ key: z.enum(shipmentSortKeys), direction: sortDirection }).nullable()

export const page = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(2_000) }

export const shipmentEditFields = [
  'fc',
  'referenceId',
  'amazonMode',
  'programme',
  'carrier',
  'pro',
  'bol',
  'isa',
  'grossWeightKg',
  'note',
  ...datedFields,
  'marketplace',
] as const
export const shipmentEdit = z.object({ id: rowId, field: z.enum(shipmentEditFields), text })

/** As typed: blanks around it and small letters do not matter. */
const fbaId = z
  .string()
  .max(64)
  .transform((typed) => typed.normalize('NFKC').trim().toUpperCase())

/** What was seen when the IDs were looked up at Amazon; without a day, today. */
export const verification = z
  .object({
    fbaIds: z.array(fbaId).min(1).max(50_000),
    finding: z.enum(findings),
    on: day.optional(),
  })
  .strict()

/** The client had `to` issued in the place of `from`. */
export const reissue = z.object({ from: fbaId, to: fbaId }).strict()

export const boxEditFields = ['boxId', 'trackingId', 'weightKg'] as const
export const boxEdit = z.object({ id: rowId, field: z.enum(boxEditFields), text })

export const assignOptions = z
  .object({
    filter: shipmentFilter,
    /** A carrier's name or SCAC; `auto` takes the client's sheet's own carrier name or the only carrier that fits the mode. */
    carrier: z.string().max(200),
    /** Block to draw from; without it the carrier's blocks in order. */
    blockId: rowId.nullable(),
    wantsCarrier: z.boolean(),
    wantsPro: z.boolean(),
    /** Replace values that are there; off by default. */
    overwrites: z.boolean(),
    /** Rows left out by hand. */
    except: z.array(rowId).max(50_000),
  })
  .strict()

export const pairingInput = z
  .object({
    /** What was pasted, or nothing when a file is named. */
    text: z.string().max(5_000_000).optional(),
    file: z.string().max(100).optional(),
    shipmentId: rowId.optional(),
    /** Replace numbers that boxes already have; off by default. */
    overwrites: z.boolean().default(false),
  })
  .strict()

export const clientInput = z
  .object({
    id: rowId.optional(),
    name: z.string().trim().min(1).max(200),
    folder: text.nullable(),
    language: z.enum(['zh-CN', 'en']),
  })
  .strict()
export const carrierInput = z
  .object({
    id: rowId.optional(),
    name: z.string().trim().min(1).max(200),
    kind: z.enum(carrierKinds),
    scac: z
      .string()
      .regex(/^[A-Z0-9]{1,5}$/)
      .nullable(),
    amazonName: z.string().trim().min(1).max(200),
    strategy: z.enum(trackingStrategies),
    courier: text.nullable(),
    /** Without it a new carrier gives each shipment a PRO of its own, and one on file keeps its policy. */
    proPolicy: z.enum(proPolicies).optional(),
    isActive: z.boolean(),
  })
  .strict()
export const blockInput = z
  .object({
    carrierId: rowId,
    prefix: z.string().max(10),
    width: z.number().int(),
    first: z.number().int(),
    last: z.number().int(),
    checkMethod: z.enum(checkMethods),
  })
  .strict()

export const ruleInput = z
  .object({
    clientId: rowId.nullable(),
    fc: text.nullable(),
    amazonMode: z.enum(amazonModes).nullable(),
    carrierId: rowId,
  })
  .strict()

export const columnChoice = z
  .object({
    sheet: z.number().int().min(0),
    column: z.number().int().min(0),
    field: z.enum(importFields).nullable(),
  })
  .strict()

/** A one-time token for a file or folder, made by a door; a page never names a path. */
export const fileToken = z.string().regex(/^[0-9a-f]{32}$/)
