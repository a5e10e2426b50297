import { useEffect } from 'react'
import { create } from 'zustand'

interface StatusLine {
  /** What the screen in view says at the left of the status bar: selection and sums. */
  parts: readonly string[]
}

export const useStatusLine = create<StatusLine>(() => ({ parts: [] }))

/** Shows the parts while the component is in view. */
export function useStatusParts(parts: readonly string[]): void {
  const text = parts.join('\n')
  useEffect(() => {
    useStatusLine.setState({ parts: text === '' ? [] : text.split('\n') })
    return () => useStatusLine.setState({ parts: [] })
  }, [text])
}
