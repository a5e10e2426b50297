import { create } from 'zustand'

interface ReasonQuestion {
  title: string
  /** What it is about, in a sentence. */
  what: string
  /** Where the reason will stand. */
  hint: string
  answer: (reason: string | null) => void
}

export const useReasonQuestion = create<{ question: ReasonQuestion | null }>(() => ({ question: null }))

/** Asks for the reason of an exception; null where it is given up. The hint says where it will stand. One question at a time. */
export const askReason = (title: string, what: string, hint: string): Promise<string | null> =>
  new Promise((resolve) => {
    useReasonQuestion.getState().question?.answer(null)
    const answer = (reason: string | null) => {
      useReasonQuestion.setState({ question: null })
      resolve(reason)
    }
    useReasonQuestion.setState({ question: { title, what, hint, answer } })
  })
