import type { WordKey } from '../../shared/locales/catalogue.ts'

const words: Readonly<Record<string, WordKey>> = {
  'import-read': 'common.job.import',
  'import-commit': 'common.job.commit',
  export: 'common.job.export',
}

/** The name of a job as the engine reports it, as a word of the catalogue. */
export const getJobWords = (job: string): WordKey => words[job] ?? 'common.job.other'
