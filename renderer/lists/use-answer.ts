import { useEffect, useState } from 'react'
import type { CallInput, CallName, CallOutput } from '../../shared/contract/contract.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { getBridge } from '../api.ts'
import { call } from '../shell/ask.ts'

export interface Answered<T> {
  /** The newest answer; kept while another is on its way. */
  value: T | null
  problem: CallProblem | null
  /** Whether the answer in hand is the one to this very question. */
  isCurrent: boolean
}

/** Asks the engine, again whenever the question or the data change. */
export function useAnswer<N extends CallName>(name: N, input: CallInput<N>): Answered<CallOutput<N>> {
  const question = JSON.stringify(input)
  const [answer, setAnswer] = useState<Omit<Answered<CallOutput<N>>, 'isCurrent'> & { question: string }>()

  useEffect(() => {
    let newest = 0
    const load = async () => {
      newest += 1
      const mine = newest
      const answered = await call(name, JSON.parse(question) as CallInput<N>)
      if (mine !== newest) return
      setAnswer(
        answered.ok
          ? { question, value: answered.value, problem: null }
          : { question, value: null, problem: answered.problem },
      )
    }
    void load()
    const stop = getBridge().on('changed', () => void load())
    return () => {
      newest += 1
      stop()
    }
  }, [name, question])

  return {
    value: answer?.value ?? null,
    problem: answer?.problem ?? null,
    isCurrent: answer?.question === question,
  }
}
