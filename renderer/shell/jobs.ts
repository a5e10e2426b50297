import { create } from 'zustand'
import type { EngineEvents } from '../../shared/contract/events.ts'
import { getBridge } from '../api.ts'

export type Job = EngineEvents['progress']

interface Jobs {
  /** Running jobs that report progress, oldest first. */
  jobs: readonly Job[]
  /** Whether a call has been waiting long enough to say so. */
  isBusy: boolean
}

export const useJobs = create<Jobs>(() => ({ jobs: [], isBusy: false }))

/** What answers sooner needs no sign of waiting. */
const quietMs = 400

const waiting = new Set<symbol>()

/** Shows the busy sign while the promise is pending, from 400 ms on. */
export async function watchCall<T>(promise: Promise<T>): Promise<T> {
  const call = Symbol('call')
  const timer = setTimeout(() => {
    waiting.add(call)
    useJobs.setState({ isBusy: true })
  }, quietMs)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    if (waiting.delete(call)) useJobs.setState({ isBusy: waiting.size > 0 })
  }
}

/** Cancels the newest job that can still be cancelled; false if there is none. */
export function cancelJob(): boolean {
  const job = useJobs.getState().jobs.findLast(({ canCancel }) => canCancel)
  if (!job) return false
  getBridge().cancel(job.jobId)
  return true
}

export function followJobs(): () => void {
  const bridge = getBridge()
  const stops = [
    bridge.on('progress', (job) =>
      useJobs.setState(({ jobs }) => ({
        jobs: jobs.some(({ jobId }) => jobId === job.jobId)
          ? jobs.map((known) => (known.jobId === job.jobId ? job : known))
          : [...jobs, job],
      })),
    ),
    bridge.on('finished', ({ jobId }) =>
      useJobs.setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.jobId !== jobId) })),
    ),
  ]
  return () => stops.forEach((stop) => stop())
}
