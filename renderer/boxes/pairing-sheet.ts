import { create } from 'zustand'
import type { CallInput } from '../../shared/contract/contract.ts'
import type { BoxView, CarrierView, PairingResult, PairingView } from '../../shared/contract/outputs.ts'
import type { PairingRule } from '../../shared/domain/pairing/pairing.ts'
import { newOpId } from '../api.ts'
import { ask } from '../shell/ask.ts'
import { onWorkspaceChange } from '../shell/workspace.ts'
import type { Alignment } from './alignment.ts'
import type { PairingAnswers } from './pairing-answers.ts'

/** A pasted text, or a carrier's file as the door knows it. */
export type PairingSource = { text: string } | { file: string; name: string }

export interface PairingShipment {
  id: number
  fbaId: string
}

interface PairingSheet {
  isOpen: boolean
  /** For a list without labels: whose boxes it is paired with, in their order. */
  shipment: PairingShipment | null
  source: PairingSource | null
  overwrites: boolean
  view: PairingView | null
  /** The shipment's boxes that a list without labels is laid against. */
  boxes: readonly BoxView[]
  entries: Alignment
  /** Whether a person has set the alignment right; until then a list that does not fit cannot be written. */
  isSettled: boolean
  answers: PairingAnswers
  /** Known as soon as numbers look like another carrier's. */
  carriers: readonly CarrierView[]
  /** Goes up with every list that is read: its first difference is to be shown. */
  lists: number
}

const empty = {
  source: null,
  view: null,
  boxes: [],
  entries: [],
  isSettled: false,
  answers: {},
  carriers: [],
  overwrites: false,
} satisfies Partial<PairingSheet>

export const usePairing = create<PairingSheet>(() => ({ ...empty, lists: 0, isOpen: false, shipment: null }))

const { getState, setState } = usePairing

export const openPairing = (): void => setState({ isOpen: true })
/** The list and its alignment stay, as a draft. */
export const closePairing = (): void => setState({ isOpen: false })
export const emptyPairing = (): void => setState(empty)

onWorkspaceChange(() => setState({ ...empty, isOpen: false, shipment: null }))

const labelledRules: ReadonlySet<PairingRule | null> = new Set<PairingRule | null>([
  'by-box-id',
  'by-shipment-and-sequence',
])

export const isLabelled = (view: PairingView): boolean => labelledRules.has(view.rule)

/** Numbers are moved against boxes only where the order pairs them; one number for all boxes has no alignment either. */
export const canMove = ({ view, boxes }: Pick<PairingSheet, 'view' | 'boxes'>): boolean =>
  view !== null && !isLabelled(view) && boxes.length > 0 && view.rule !== 'same-on-all'

function getRequest(shipmentId?: number): CallInput<'pairing.preview'> | null {
  const { source, overwrites, answers, boxes, entries, isSettled } = getState()
  if (!source) return null
  const list = 'text' in source ? { text: source.text } : { file: source.file }
  const order = boxes.map((box, index) => ({ boxRowId: box.id, numberIndex: entries[index] ?? null }))
  return {
    ...list,
    overwrites,
    answers,
    ...(shipmentId !== undefined && { shipmentId }),
    ...(isSettled && { order }),
  }
}

const mostBoxes = 2_000

/** Blank boxes; all where the list is as long as the shipment, where nothing is blank, or to overwrite. */
async function loadTargetBoxes(shipmentId: number, numbers: number, overwrites: boolean): Promise<BoxView[]> {
  const answer = await ask('box.page', {
    filter: { shipmentIds: [shipmentId] },
    offset: 0,
    limit: mostBoxes,
  })
  if (!answer.ok) return []
  const { rows } = answer.value
  const blanks = rows.filter((box) => box.trackingId === null)
  if (numbers === blanks.length) return blanks
  return numbers === rows.length || overwrites || blanks.length === 0 ? rows : blanks
}

let newestPreview = 0

/** Labels decide where a list has them; else it is laid against the boxes of the shipment, in their order. */
async function readAnew(): Promise<void> {
  newestPreview += 1
  const current = newestPreview
  setState({ isSettled: false })
  const { shipment, overwrites } = getState()
  const byLabel = getRequest()
  if (!byLabel) return
  let answer = await ask('pairing.preview', byLabel)
  let boxes: BoxView[] = []
  if (answer.ok && !isLabelled(answer.value) && shipment) {
    answer = await ask('pairing.preview', { ...byLabel, shipmentId: shipment.id })
    if (answer.ok && !isLabelled(answer.value))
      boxes = await loadTargetBoxes(shipment.id, answer.value.numbers.length, overwrites)
  }
  if (current !== newestPreview) return
  if (!answer.ok) {
    setState(empty)
    return
  }
  const entries = answer.value.numbers.map(({ index }) => index)
  setState({ view: answer.value, boxes, entries, lists: getState().lists + 1 })
  await loadCarriers()
}

/** What the engine makes of the list now; the alignment stays as it is. */
async function judgeAgain(): Promise<void> {
  newestPreview += 1
  const current = newestPreview
  const { view, shipment } = getState()
  const request = view && getRequest(isLabelled(view) ? undefined : shipment?.id)
  if (!request) return
  const answer = await ask('pairing.preview', request)
  if (current !== newestPreview || !answer.ok) return
  setState({ view: answer.value })
  await loadCarriers()
}

/** Another carrier is offered only if one on file has such numbers. */
async function loadCarriers(): Promise<void> {
  const { view, carriers } = getState()
  if (carriers.length > 0 || !view?.mismatches.some(({ kind }) => kind === 'other-courier')) return
  const answer = await ask('carrier.list', {})
  if (answer.ok) setState({ carriers: answer.value.carriers })
}

/** Follows the cursor of the grid until a list has found its shipment. */
export function aimPairing(aimed: PairingShipment | null): void {
  const { source, shipment } = getState()
  if (shipment?.id === aimed?.id || (source !== null && shipment !== null)) return
  setState({ shipment: aimed })
  if (source !== null) void readAnew()
}

export async function setPairingSource(source: PairingSource): Promise<void> {
  setState({ source, answers: {} })
  await readAnew()
}

export async function setOverwrites(overwrites: boolean): Promise<void> {
  setState({ overwrites })
  await readAnew()
}

export async function settleEntries(entries: Alignment): Promise<void> {
  setState({ entries, isSettled: true })
  await judgeAgain()
}

export async function answerPairing(answers: PairingAnswers): Promise<void> {
  setState({ answers })
  await judgeAgain()
}

/** Nothing is in doubt: it may be written without asking. */
export const isClean = ({ view, source }: PairingSheet): boolean =>
  source !== null && view !== null && view.canWrite && view.mismatches.length === 0

/** Boxes that would get a number now, and of how many. */
export function countWritable({ view, boxes }: PairingSheet): { write: number; of: number } {
  if (!view) return { write: 0, of: 0 }
  const of = boxes.length > 0 ? boxes.length : view.pairs.length + view.boxesLeft
  return { write: view.canWrite ? view.pairs.length : 0, of }
}

/** Writes what is agreed; the answer says what was stored. The list is done with then. */
export async function writePairing(): Promise<PairingResult | null> {
  const { view, shipment } = getState()
  if (!view) return null
  const request = getRequest(isLabelled(view) ? undefined : shipment?.id)
  if (!request) return null
  const answer = await ask('pairing.apply', { ...request, opId: newOpId() })
  if (!answer.ok) return null
  setState({ ...empty, isOpen: false })
  return answer.value
}
