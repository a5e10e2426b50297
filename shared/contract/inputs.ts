import { z } from 'zod'
import { assignConflicts, conflictChoiceNames, isChoiceOf } from '../domain/assign-conflict.ts'
import { assignOutcomes } from '../domain/assign-outcome.ts'
import { isDay } from '../domain/calendar-day.ts'
import { carrierKinds, proPolicies, trackingStrategies } from '../domain/carrier.ts'
import { importFields } from '../domain/sheet/import-field.ts'
import { isIsa, usualPallets, usualTripHours } from '../domain/load.ts'
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
/** Why something is let through; no character that a text column refuses. */
export const reason = z
  .string()
  .trim()
  .min(1)
  .max(1_000)
  .regex(/^[^\0]*$/)

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
  'roadMode',
  'programme',
  'carrier',
  'pro',
  'bol',
  'isa',
  'grossWeightKg',
  'note',
  ...datedFields,
  'marketplace',
  'load',
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

const conflictKind = z.enum(assignConflicts)
const conflictChoice = z.enum(conflictChoiceNames)
const resolutions = z
  .partialRecord(conflictKind, conflictChoice)
  .refine((chosen) => assignConflicts.every((kind) => !chosen[kind] || isChoiceOf(kind, chosen[kind])))
const rowChoice = z
  .object({ id: rowId, kind: conflictKind, choice: conflictChoice })
  .strict()
  .refine(({ kind, choice }) => isChoiceOf(kind, choice))

const isMoment = (value: string): boolean =>
  /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) && isDay(value.slice(0, 10))
export const moment = z.string().refine(isMoment)
export const isa = z.string().refine(isIsa)

export const loadCaps = {
  maxPallets: z.number().int().min(1).max(1_000).nullable(),
  maxBoxes: z.number().int().min(1).max(100_000).nullable(),
  maxKg: z.number().positive().max(1_000_000).nullable(),
}

const loadChoice = z
  .object({
    key: z.string().max(100),
    vehicleId: rowId.nullable(),
    driverId: rowId.nullable(),
    isa: isa.nullable(),
    appointmentAt: moment.nullable(),
  })
  .strict()

const assignFields = {
  /** A carrier's name or SCAC; `auto` goes by rule, else takes the only carrier that fits the mode. */
  carrier: z.string().max(200),
  /** A rule set by name, '' the standard set; null takes for each client the set it was last assigned by. */
  rules: z.string().max(200).nullable().default(null),
  /** Block to draw from; without it the carrier's blocks in order. */
  blockId: rowId.nullable(),
  wantsCarrier: z.boolean(),
  wantsPro: z.boolean(),
  /** One PRO for a carrier's shipments that are due at one FC on one day; the reason is kept with each. */
  sharesPro: z.boolean().default(false),
  shareReason: z.string().max(500).default(''),
  /** Shipments of own and partner fleets go on loads: one FC, one day, one appointment. */
  wantsLoad: z.boolean().default(false),
  /** A load on file that they go on; null fills up and starts loads as they are needed. */
  loadId: rowId.nullable().default(null),
  /** Of each new load. */
  caps: z.object(loadCaps).strict().default({ maxPallets: usualPallets, maxBoxes: null, maxKg: null }),
  /** How long truck and driver are away around an appointment. */
  tripHours: z.number().min(0.5).max(48).default(usualTripHours),
  /** Vehicle, driver and appointment of single loads, by their keys in the preview. */
  loadChoices: z.array(loadChoice).max(2_000).default([]),
  /** Why a load goes over its caps, or somebody is in two places at once. */
  loadReason: z.string().max(500).default(''),
  /** What is done about all conflicts of a kind, where it is not the kind's first choice. */
  resolutions: resolutions.default({}),
  /** The same for single shipments. */
  rowChoices: z.array(rowChoice).max(50_000).default([]),
}

export const assignOptions = z
  .object({
    ...assignFields,
    filter: shipmentFilter,
    /** Rows left out by hand. */
    except: z.array(rowId).max(50_000),
  })
  .strict()

/** Whose rows are spelt out; without it all. The counts are always of all. */
export const assignRowIds = z.array(rowId).max(2_000).optional()
/** A count of a preview. */
export const assignCount = z.enum([...assignOutcomes, ...assignConflicts])

/** The assign sheet as it was left: what it was about and every field of it. */
export const assignDraft = z
  .object({
    ...assignFields,
    /** What it was opened on: rows that were selected, else all that the filter finds. */
    pickedIds: z.array(rowId).max(50_000),
    filter: shipmentFilter,
    /** `only`: the rows it is about; `allBut`: rows left out of what the filter finds. */
    ticks: z.object({ mode: z.enum(['only', 'allBut']), ids: z.array(rowId).max(50_000) }).strict(),
  })
  .strict()

/** What a person said to differences of a list. */
const pairingAnswers = z
  .object({
    /** Numbers that stay though a check digit or a pattern speaks against them; a wrong check digit needs a reason. */
    kept: z.array(z.object({ number: text.min(1), reason: z.string().trim().max(500) }).strict()).max(10_000),
    /** Numbers to be taken from the box that has them. */
    moved: z.array(text).max(10_000),
    /** Numbers typed anew, by their place in the list. */
    retyped: z.array(z.object({ index: z.number().int().min(0), text }).strict()).max(10_000),
    /** Lines left out of the list, by their place in it. */
    dropped: z.array(z.number().int().min(0)).max(10_000),
    carriers: z.array(z.object({ shipmentId: rowId, carrierId: rowId }).strict()).max(1_000),
    /** Why one number stands on all boxes though the carrier gives one per box. */
    sharedBecause: z.string().trim().min(1).max(500),
  })
  .partial()
  .strict()

export const pairingInput = z
  .object({
    /** What was pasted, or nothing when a file is named. */
    text: z.string().max(5_000_000).optional(),
    file: z.string().max(100).optional(),
    shipmentId: rowId.optional(),
    /** Replace numbers that boxes already have; off by default. */
    overwrites: z.boolean().default(false),
    answers: pairingAnswers.default({}),
    /** What the panel settled: for each box row its number's index, or null for a gap. */
    order: z
      .array(z.object({ boxRowId: rowId, numberIndex: z.number().int().min(0).nullable() }).strict())
      .max(10_000)
      .optional(),
  })
  .strict()

/** The first half of a scanned pair. */
const heldScan = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('box'), boxId: text }).strict(),
  z.object({ kind: z.literal('number'), trackingId: text }).strict(),
])

export const scanInput = z
  .object({
    /** As the scanner sent it. */
    text,
    /** The shipment in hand, or null where the next box label decides. */
    shipmentId: rowId.nullable(),
    held: heldScan.nullable(),
    /** The number that the scan before was refused for a doubt. */
    doubted: text.nullable(),
    /** Where the station only warns: why a number stays that was scanned twice; null refuses it every time. */
    keepsBecause: z.string().trim().min(1).max(500).nullable(),
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
/** 2–4 letters as issued; Carrier Central takes 1–5 letters or digits. */
export const scac = z.string().regex(/^[A-Z0-9]{1,5}$/)
export const carrierInput = z
  .object({
    id: rowId.optional(),
    name: z.string().trim().min(1).max(200),
    kind: z.enum(carrierKinds),
    scac: scac.nullable(),
    amazonName: z.string().trim().min(1).max(200),
    strategy: z.enum(trackingStrategies),
    courier: text.nullable(),
    /** Without it a new carrier gives each shipment a PRO of its own, and one on file keeps its policy. */
    proPolicy: z.enum(proPolicies).optional(),
    /** Last day its card is good; without it one on file keeps its day. */
    cardUntil: day.nullable().optional(),
    isActive: z.boolean(),
  })
  .strict()

const fleetRow = { id: rowId.optional(), carrierId: rowId, isActive: z.boolean() }
export const vehicleInput = z
  .object({ ...fleetRow, plate: z.string().trim().min(1).max(32), ...loadCaps })
  .strict()
export const driverInput = z
  .object({
    ...fleetRow,
    name: z.string().trim().min(1).max(100),
    phone: z.string().trim().min(1).max(40).nullable(),
    cardUntil: day.nullable(),
  })
  .strict()

/** What can be changed of a load on file; what is left out stays. */
export const loadInput = z
  .object({
    id: rowId,
    isa: isa.nullable(),
    appointmentAt: moment.nullable(),
    /** Both or neither. */
    departsAt: moment.nullable(),
    returnsAt: moment.nullable(),
    day,
    vehicleId: rowId.nullable(),
    driverId: rowId.nullable(),
    ...loadCaps,
    reason: reason.nullable(),
  })
  .partial()
  .required({ id: true })
  .strict()

export const lowStock = z.number().int().min(0).max(1_000_000).default(50)
export const blockInput = z
  .object({
    carrierId: rowId,
    prefix: z.string().max(10),
    width: z.number().int(),
    first: z.number().int(),
    last: z.number().int(),
    increment: z.number().int().default(1),
    checkMethod: z.enum(checkMethods),
    /** Left numbers at which a warning begins. */
    lowStock,
  })
  .strict()

const weightKg = z.number().min(0).max(1_000_000)
export const ruleInput = z
  .object({
    /** Of a rule that is to be changed. */
    id: rowId.optional(),
    /** Null: the standard set. */
    setId: rowId.nullable().default(null),
    clientId: rowId.nullable(),
    fc: text.nullable(),
    amazonMode: z.enum(amazonModes).nullable(),
    weightFromKg: weightKg.nullable().default(null),
    weightToKg: weightKg.nullable().default(null),
    dateFrom: day.nullable().default(null),
    dateTo: day.nullable().default(null),
    carrierId: rowId,
  })
  .strict()
export const ruleSetInput = z
  .object({ id: rowId.optional(), name: z.string().trim().min(1).max(200) })
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
