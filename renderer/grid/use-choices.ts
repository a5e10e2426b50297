import { useState } from 'react'

/** The list under an open editor. */
export interface ChoicesState {
  all: readonly string[]
  shown: readonly string[]
  /** -1 while typing: then Enter takes the text as typed. */
  activeIndex: number
}

export interface ChoicesControl {
  /** Undefined: closed, or nothing to offer. */
  state: ChoicesState | undefined
  open: (all: readonly string[], current: string) => void
  close: () => void
  narrow: (text: string) => void
  /** The keys of an open list: arrows move, Escape closes. True if it was one. */
  onKey: (code: string) => boolean
  getActive: () => string | undefined
}

const getMatches = (all: readonly string[], text: string): readonly string[] =>
  all.filter((choice) => choice.toLowerCase().includes(text.toLowerCase()))

export function useChoices(): ChoicesControl {
  const [state, setState] = useState<ChoicesState>()
  const close = () => setState(undefined)

  const move = (by: 1 | -1) =>
    setState((old) => {
      if (!old) return old
      const from = old.activeIndex === -1 && by === -1 ? 0 : old.activeIndex
      return { ...old, activeIndex: (from + by + old.shown.length) % old.shown.length }
    })

  return {
    state: state && state.shown.length > 0 ? state : undefined,
    open: (all, current) => setState({ all, shown: all, activeIndex: all.indexOf(current) }),
    close,
    narrow: (text) =>
      setState((old) => old && { all: old.all, shown: getMatches(old.all, text), activeIndex: -1 }),
    onKey: (code) => {
      if (!state || state.shown.length === 0) return false
      if (code === 'Escape') close()
      else if (code === 'ArrowDown') move(1)
      else if (code === 'ArrowUp') move(-1)
      else return false
      return true
    },
    getActive: () => state?.shown[state.activeIndex],
  }
}
