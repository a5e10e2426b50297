import type { EngineEvents, EventName } from '../../shared/contract/events.ts'

export interface JobReport {
  signal: AbortSignal
  /** Called as often as convenient; sent at most every 100 ms. */
  progress(step: string, done: number, total: number): void
  /** From here on the work is short and cannot be interrupted. */
  beginLastStep(step: string): void
}

export type RunJob = <T>(job: string, work: (report: JobReport) => Promise<T>) => Promise<T>

export interface Jobs {
  run: RunJob
  cancel(jobId: number): void
}

const firstReportMs = 400
const reportEveryMs = 100

/** Long work: reported from 400 ms on, cancelled through the signal. */
export function createJobs(emit: <N extends EventName>(name: N, data: EngineEvents[N]) => void): Jobs {
  const running = new Map<number, AbortController>()
  let lastJobId = 0
  return {
    async run(job, work) {
      const jobId = ++lastJobId
      const controller = new AbortController()
      running.set(jobId, controller)
      let nextReportMs = performance.now() + firstReportMs
      let isShown = false
      const send = (step: string, done: number, total: number, canCancel: boolean) => {
        isShown = true
        nextReportMs = performance.now() + reportEveryMs
        emit('progress', { jobId, job, step, done, total, canCancel })
      }
      try {
        return await work({
          signal: controller.signal,
          progress(step, done, total) {
            if (performance.now() >= nextReportMs) send(step, done, total, true)
          },
          beginLastStep(step) {
            running.delete(jobId)
            if (isShown) send(step, 0, 0, false)
          },
        })
      } finally {
        running.delete(jobId)
        if (isShown) emit('finished', { jobId })
      }
    },
    cancel: (jobId) => running.get(jobId)?.abort(),
  }
}
