import { useFormats, useT } from '../i18n.ts'
import { ProgressLine } from '../ui/progress-line.tsx'
import { cancelJob, type Job, useJobs } from './jobs.ts'
import { getJobWords } from './job-words.ts'

/** Work that takes longer than 400 ms, with a way to stop it. */
export function JobProgress() {
  const t = useT()
  const { number } = useFormats()
  const jobs = useJobs((state) => state.jobs)
  const isBusy = useJobs((state) => state.isBusy)
  const job = jobs.at(-1)
  if (!job) return isBusy ? <span>{t('common.status.busy')}</span> : null
  return (
    <ProgressLine
      label={t(getJobWords(job))}
      fraction={job.total > 0 ? job.done / job.total : undefined}
      detail={getDetail(job, number, t('common.job.lastStep'))}
      cancelLabel={t('common.cancel')}
      onCancel={job.canCancel ? cancelJob : undefined}
    />
  )
}

function getDetail(job: Job, number: (value: number) => string, lastStep: string): string | undefined {
  if (!job.canCancel) return lastStep
  return job.total > 0 ? `${number(job.done)}/${number(job.total)}` : undefined
}
