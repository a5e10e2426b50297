/** What can be done about each kind of conflict; the first is done unless another is chosen. None: it must be mended. */
export const conflictChoices = {
  'carrier-kept': ['keep', 'replace'],
  'pro-kept': ['keep', 'replace'],
  'pro-used': ['next-free'],
  'carrier-not-found': [],
  'carrier-ambiguous': [],
  'carrier-inactive': [],
  'carrier-against-mode': [],
  'carrier-card-expired': [],
  'mode-unknown': [],
  'parcel-takes-no-pro': ['skip', 'change-mode'],
  'boxes-have-numbers': ['skip', 'change-mode', 'assign'],
  'no-block': [],
  'block-runs-out': ['list', 'next-block'],
  'pro-not-shared': [],
  'pro-of-former-carrier': ['replace', 'keep'],
  'pro-on-two-loads': [],
  'load-kept': ['keep', 'replace'],
  'load-past': ['split'],
  'load-appointment-past': [],
  'load-needs-fc': [],
  'load-id-not-valid': [],
  'load-too-big': ['skip', 'allow'],
  'load-over': ['new-load', 'move', 'allow'],
  'load-fc-differs': ['split'],
  'load-carrier-differs': ['split'],
  'load-appointment-differs': ['split'],
  'crew-not-available': [],
  'vehicle-too-small': ['leave-blank', 'allow'],
  'vehicle-overlaps': ['leave-blank', 'swap', 'allow'],
  'driver-overlaps': ['leave-blank', 'swap', 'allow'],
  'driver-card-expired': [],
  'appointment-past': [],
  'appointment-before-eta': [],
  exempt: ['skip', 'assign'],
  ended: ['skip', 'assign'],
  exported: ['skip', 'assign'],
} as const satisfies Record<string, readonly string[]>

export type AssignConflictKind = keyof typeof conflictChoices
export type ConflictChoice = (typeof conflictChoices)[AssignConflictKind][number]

export const assignConflicts = Object.keys(conflictChoices) as AssignConflictKind[]
export const conflictChoiceNames = [...new Set(Object.values(conflictChoices).flat())]

/** Left alone on purpose, not for want of something. */
export const leaveAloneKinds = ['exempt', 'ended', 'exported'] as const satisfies AssignConflictKind[]

export interface AssignConflict {
  kind: AssignConflictKind
  /** Null where there is nothing to choose. */
  choice: ConflictChoice | null
}

export interface Resolutions {
  /** For all of a kind. */
  resolutions: Readonly<Partial<Record<AssignConflictKind, ConflictChoice>>>
  /** For one shipment, against what is chosen for all. */
  rowChoices: readonly { id: number; kind: AssignConflictKind; choice: ConflictChoice }[]
}

export type Resolve = (kind: AssignConflictKind, shipmentId: number) => ConflictChoice | null

export const isChoiceOf = (kind: AssignConflictKind, choice: ConflictChoice): boolean =>
  (conflictChoices[kind] as readonly ConflictChoice[]).includes(choice)

export function createResolver({ resolutions, rowChoices }: Resolutions): Resolve {
  const ofRows = new Map(rowChoices.map(({ id, kind, choice }) => [`${id} ${kind}`, choice]))
  return (kind, shipmentId) =>
    (ofRows.size === 0 ? undefined : ofRows.get(`${shipmentId} ${kind}`)) ??
    resolutions[kind] ??
    conflictChoices[kind][0] ??
    null
}

/** Only said: the row is filled all the same. */
const flags: ReadonlySet<AssignConflictKind> = new Set<AssignConflictKind>([
  'pro-not-shared',
  'pro-on-two-loads',
  'appointment-past',
  'appointment-before-eta',
])

/** Whether nothing was filled for it; a flag or a choice that fills leaves nothing to do. */
export const isLeftOpen = ({ kind, choice }: AssignConflict): boolean =>
  choice === null ? !flags.has(kind) : openChoices.has(choice)

const openChoices: ReadonlySet<ConflictChoice> = new Set<ConflictChoice>([
  'keep',
  'skip',
  'list',
  'leave-blank',
])
