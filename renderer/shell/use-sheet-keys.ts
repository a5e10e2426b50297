import { useEffect, useRef } from 'react'

/** Text being typed in a cell or field has first claim on its keys. */
const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLTextAreaElement && target.value !== ''

/** While a sheet is open Ctrl+Enter applies it and Esc closes it, also from the grid beside it. */
export function useSheetKeys(onApply: () => void, onClose: () => void): void {
  const newest = useRef({ onApply, onClose })
  useEffect(() => {
    newest.current = { onApply, onClose }
  })
  useEffect(() => {
    const apply = (event: KeyboardEvent) => {
      const isApply = event.code === 'Enter' && (event.ctrlKey || event.metaKey)
      if (!isApply || event.isComposing || isTyping(event)) return
      event.preventDefault()
      event.stopPropagation()
      newest.current.onApply()
    }
    const close = (event: KeyboardEvent) => {
      if (event.code !== 'Escape' || event.isComposing || event.defaultPrevented) return
      event.preventDefault()
      newest.current.onClose()
    }
    document.addEventListener('keydown', apply, { capture: true })
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('keydown', apply, { capture: true })
      document.removeEventListener('keydown', close)
    }
  }, [])
}
