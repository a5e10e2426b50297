import { create } from 'zustand'
import type { CallProblem, ScanShipment } from '../../shared/contract/outputs.ts'
import type { ScanRefusal } from '../../shared/domain/scan/plan-scan.ts'
import type { ScanControl } from '../../shared/domain/scan/read-scan.ts'
import {
  followScan,
  type ScanOutcome,
  type ScanSession,
  startSession,
} from '../../shared/domain/scan/scan-session.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { getBridge, newOpId } from '../api.ts'
import { call } from '../shell/ask.ts'
import { useLook } from '../shell/look.ts'
import { onWorkspaceChange } from '../shell/workspace.ts'
import { playTone, type Tone } from './play-tone.ts'
import { loadScanSettings, useScanSettings } from './scan-settings.ts'

/** What came of the newest scan. */
export type ScanNews =
  | { kind: 'wait' | 'held' | 'dropped' | 'released' | 'nothing-to-undo' }
  | Extract<ScanOutcome, { kind: 'stored' }>
  | { kind: 'undone'; boxId: string; trackingId: string }
  | { kind: 'refused'; refusal: ScanRefusal }
  | { kind: 'failed'; problem: CallProblem }

interface ScanStation {
  isOpen: boolean
  session: ScanSession
  shipment: ScanShipment | null
  news: ScanNews
  /** Goes up with every scan, so that the same words are said again. */
  scans: number
  /** Stored and refused ones, the newest first. */
  recent: readonly { scan: number; news: ScanNews }[]
  /** An input method took part in the newest scan. */
  isComposing: boolean
}

const idle = {
  session: startSession(null),
  shipment: null,
  news: { kind: 'wait' },
  scans: 0,
  recent: [],
  isComposing: false,
} satisfies Partial<ScanStation>

export const useScan = create<ScanStation>(() => ({ ...idle, isOpen: false }))
const { getState, setState } = useScan

const recentCount = 3

/** The shipment in hand is the one under the cursor; another may be taken by its code or key. */
export async function openScan(shipmentId: number | null): Promise<void> {
  loadScanSettings()
  setState({ ...idle, isOpen: true, session: startSession(shipmentId) })
  await loadShipment()
}

export const closeScan = (): void => setState({ isOpen: false })

onWorkspaceChange(closeScan)

async function loadShipment(): Promise<void> {
  const { shipmentId } = getState().session
  const answer = shipmentId === null ? null : await call('scan.shipment', { id: shipmentId })
  if (getState().session.shipmentId !== shipmentId) return
  setState({ shipment: answer?.ok ? answer.value : null })
}

/** Keeps count while others change the same boxes. */
export const followScanned = (): (() => void) => getBridge().on('changed', () => void loadShipment())

function tell(news: ScanNews, tone: Tone): void {
  const scans = getState().scans + 1
  const isKept = news.kind === 'stored' || news.kind === 'refused'
  const recent = isKept
    ? [{ scan: scans, news }, ...getState().recent].slice(0, recentCount)
    : getState().recent
  setState({ news, scans, recent })
  playTone(tone)
}

let work: Promise<void> = Promise.resolve()

/** Scans are taken one after another, however fast they come. */
export function takeScan(text: string, isComposing: boolean): void {
  work = work.then(() => take(text, isComposing))
}

async function take(text: string, isComposing: boolean): Promise<void> {
  if (!getState().isOpen) return
  setState({ isComposing })
  const { session } = getState()
  const t = getTranslate(useLook.getState().language)
  const keepsBecause = useScanSettings.getState().warnsOnly ? t('scan.keptBecause') : null
  const answer = await call('scan.take', { ...session, keepsBecause, text, opId: newOpId() })
  if (!answer.ok) return tell({ kind: 'failed', problem: answer.problem }, 'bad')
  const { outcome, shipment } = answer.value
  if (outcome.kind === 'control') return obey(outcome.control)
  setState({ session: followScan(session, answer.value), shipment })
  if (outcome.kind === 'stored') tell(outcome, 'good')
  else if (outcome.kind === 'refused') tell(outcome, 'bad')
  else tell({ kind: 'held' }, 'held')
}

async function obey(control: ScanControl): Promise<void> {
  if (control === 'done') closeScan()
  else if (control === 'next') nextShipment()
  else await undoLast()
}

export function nextShipment(): void {
  setState({ session: startSession(null), shipment: null })
  tell({ kind: 'released' }, 'held')
}

/** What is held is put down; else the pair stored last is taken back. */
export async function undoLast(): Promise<void> {
  const { session } = getState()
  setState({ session: startSession(session.shipmentId) })
  if (session.held !== null) return tell({ kind: 'dropped' }, 'held')
  const answer = await call('scan.undo', { opId: newOpId() })
  if (!answer.ok)
    return tell(
      answer.problem.kind === 'nothing-to-undo'
        ? { kind: 'nothing-to-undo' }
        : { kind: 'failed', problem: answer.problem },
      'bad',
    )
  const { label } = answer.value
  tell({ kind: 'undone', boxId: String(label['box']), trackingId: String(label['number']) }, 'good')
  await loadShipment()
}
