import type { CallProblem } from '../contract/outputs.ts'
import type { DrawLock } from '../domain/store-problem.ts'
import type { Translate } from '../locales/translate.ts'

const numberProblems = [
  'block-increment',
  'block-drawn-before',
  'block-unknown',
  'nothing-to-release',
  'number-not-released',
  'number-elsewhere',
  'lease-refused',
  'lease-holds-used',
  'lease-desk',
  'drawing-locked',
  'lock-answer',
] as const

export type NumberProblem = Extract<CallProblem, { kind: (typeof numberProblems)[number] }>

export const isNumberProblem = (problem: CallProblem): problem is NumberProblem =>
  numberProblems.some((kind) => kind === problem.kind)

/** What is wrong with a number, its block or the ledger. */
export function describeNumberProblem(problem: NumberProblem, t: Translate): string {
  switch (problem.kind) {
    case 'block-increment':
      return t('ledger.problem.block-increment', { increment: problem.increment })
    case 'block-drawn-before':
      return t('ledger.problem.block-drawn-before', { first: problem.first })
    case 'block-unknown':
      return t('ledger.problem.block-unknown', { block: problem.blockId })
    case 'nothing-to-release':
      return t('ledger.problem.nothing-to-release')
    case 'number-not-released':
      return t(`ledger.released.${problem.reason}`, { number: problem.number })
    case 'number-elsewhere': {
      const { number, why, blockId: block, first, last, desk } = problem
      return t(`ledger.elsewhere.${why}`, { number, block, first, last, desk: desk ?? '' })
    }
    case 'lease-refused':
      return t(`ledger.lease.${problem.reason}`, { file: problem.fileName })
    case 'lease-holds-used':
      return t('ledger.problem.lease-holds-used', { number: problem.number, fits: problem.fits })
    case 'lease-desk':
      return t(`ledger.leaseDesk.${problem.reason}`, { desk: problem.desk })
    case 'drawing-locked':
      return describeLock(problem.lock, t)
    default:
      return problem.lock === null ? t('ledger.lockAnswer') : describeLock(problem.lock, t)
  }
}

/** Why no number is issued, and what to do. */
export const describeLock = (lock: DrawLock, t: Translate): string =>
  t('ledger.two', { one: t(`ledger.lock.${lock}`), other: t(`ledger.lockNext.${lock}`) })
