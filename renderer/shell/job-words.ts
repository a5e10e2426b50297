import type { WordKey } from '../../shared/locales/catalogue.ts'
import type { Job } from './jobs.ts'

const words: Readonly<Record<string, WordKey>> = {
  'import read': 'common.job.import',
  'import commit': 'common.job.commit',
  'export write': 'common.job.export',
  'return mark': 'common.job.return',
  'export record': 'common.job.export',
}

/** What a job is doing, as a word of the catalogue. */
export const getJobWords = ({ job, step }: Job): WordKey => words[`${job} ${step}`] ?? 'common.job.other'
