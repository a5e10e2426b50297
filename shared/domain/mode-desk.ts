import { isTruck, type Carrier } from './carrier.ts'
import { isAwdId, type AmazonMode, type Programme, type RoadMode } from './shipment.ts'

export const modeCases = [
  'parcel-by-truck',
  'freight-by-parcel',
  'carrier-against-road',
  'mode-unknown',
  'two-trucks',
  'awd-freight',
  'road-unknown',
  'parcel-by-parcel',
  'freight-by-truck',
  'exempt',
] as const
export type ModeCase = (typeof modeCases)[number]

/** Marks that a dispatcher sets on a shipment, always with a reason. */
export const modeMarks = ['two-trucks', 'same-number'] as const
export type ModeMark = (typeof modeMarks)[number]

export interface ModeFacts {
  fbaId: string
  amazonMode: AmazonMode | null
  roadMode: RoadMode | null
  programme: Programme
  carrier: Pick<Carrier, 'kind' | 'strategy'> | null
  marks: readonly ModeMark[]
}

/**
 * `open`: goes wrong as it stands. `unknown`: cannot be judged yet. `flagged`: is right, with something to heed.
 */
export const modeStandings = ['open', 'unknown', 'flagged', 'agrees'] as const
export type ModeStanding = (typeof modeStandings)[number]
export interface StandingCount {
  standing: ModeStanding
  count: number
}

/** The first standing, the worst leading, that somebody has to look at; null where there is none. */
export const findWorstStanding = (counts: readonly StandingCount[]): ModeStanding | null =>
  modeStandings.find(
    (each) => each !== 'agrees' && counts.some(({ standing, count }) => standing === each && count > 0),
  ) ?? null

/** No shipment at all agrees with nothing. */
export const isAllAgreed = (counts: readonly StandingCount[]): boolean =>
  findWorstStanding(counts) === null && counts.some(({ count }) => count > 0)

export interface ModeVerdict {
  kind: ModeCase
  /** What Amazon has a field for. */
  takes: 'tracking-per-box' | 'one-pro' | 'appointment' | 'nothing' | 'unknown'
  /** Who has to change something. */
  changes: 'nobody' | 'client' | 'dispatcher'
  standing: ModeStanding
  offers: readonly ModeOffer[]
}

export type ModeOffer = 'amazon-mode' | 'road-mode' | 'message' | 'same-number' | 'two-trucks'

const verdicts: Record<ModeCase, Omit<ModeVerdict, 'kind'>> = {
  'parcel-by-truck': {
    takes: 'tracking-per-box',
    changes: 'client',
    standing: 'open',
    offers: ['message', 'amazon-mode', 'road-mode', 'same-number'],
  },
  'freight-by-parcel': {
    takes: 'one-pro',
    changes: 'client',
    standing: 'open',
    offers: ['message', 'amazon-mode', 'road-mode'],
  },
  'carrier-against-road': {
    takes: 'unknown',
    changes: 'dispatcher',
    standing: 'open',
    offers: ['road-mode'],
  },
  'mode-unknown': {
    takes: 'unknown',
    changes: 'client',
    standing: 'unknown',
    offers: ['message', 'amazon-mode'],
  },
  'two-trucks': { takes: 'one-pro', changes: 'nobody', standing: 'flagged', offers: ['message'] },
  'awd-freight': { takes: 'appointment', changes: 'nobody', standing: 'flagged', offers: ['message'] },
  'road-unknown': {
    takes: 'unknown',
    changes: 'dispatcher',
    standing: 'unknown',
    offers: ['road-mode'],
  },
  'parcel-by-parcel': { takes: 'tracking-per-box', changes: 'nobody', standing: 'agrees', offers: [] },
  'freight-by-truck': {
    takes: 'one-pro',
    changes: 'nobody',
    standing: 'agrees',
    offers: ['two-trucks'],
  },
  exempt: { takes: 'nothing', changes: 'nobody', standing: 'agrees', offers: [] },
}

/**
 * What Amazon will take for a shipment, and who must change what: Amazon's mode against the road's. The road's mode is
 * what was said of the shipment, else what its carrier does.
 */
export function judgeMode(facts: ModeFacts): ModeVerdict {
  const kind = findCase(facts)
  const verdict = { kind, ...verdicts[kind] }
  if (kind === 'freight-by-parcel' && isAwdId(facts.fbaId)) return { ...verdict, takes: 'appointment' }
  return kind === 'parcel-by-truck' && usesSameNumber(facts) ? { ...verdict, standing: 'flagged' } : verdict
}

const usesSameNumber = ({ marks, carrier }: ModeFacts): boolean =>
  marks.includes('same-number') || carrier?.strategy === 'same_on_all'

function findCase({ fbaId, amazonMode, roadMode, programme, carrier, marks }: ModeFacts): ModeCase {
  if (programme !== 'own') return 'exempt'
  if (amazonMode === null) return 'mode-unknown'
  const carrierMode = carrier && (isTruck(carrier) ? 'truck' : 'parcel')
  if (roadMode && carrierMode && roadMode !== carrierMode) return 'carrier-against-road'
  const isOnTwoTrucks = marks.includes('two-trucks')
  const road = roadMode ?? carrierMode ?? (isOnTwoTrucks ? 'truck' : null)
  if (road === null) return 'road-unknown'
  if (amazonMode === 'SPD') return road === 'truck' ? 'parcel-by-truck' : 'parcel-by-parcel'
  if (road === 'parcel') return 'freight-by-parcel'
  if (isAwdId(fbaId)) return 'awd-freight'
  return isOnTwoTrucks ? 'two-trucks' : 'freight-by-truck'
}
