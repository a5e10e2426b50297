import type { CallAnswer, CallInput, CallName } from '../../shared/contract/contract.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { getBridge } from '../api.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { describeProblem } from '../../shared/words/describe-problem.ts'
import { watchCall } from './jobs.ts'
import { useLook } from './look.ts'
import { showToast } from './toasts.ts'

/** Says a problem in words: the thing, the cause, the next step. */
export const showProblem = (problem: CallProblem): void =>
  showToast({ tone: 'problem', text: describeProblem(problem, getTranslate(useLook.getState().language)) })

/** A call whose problem the caller puts where it belongs, such as beside a field. */
export const call = <N extends CallName>(name: N, input: CallInput<N>): Promise<CallAnswer<N>> =>
  watchCall(getBridge().call(name, input))

/** A call whose problem is shown as a message; the answer still says that it failed. */
export async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallAnswer<N>> {
  const answer = await call(name, input)
  if (!answer.ok) showProblem(answer.problem)
  return answer
}
