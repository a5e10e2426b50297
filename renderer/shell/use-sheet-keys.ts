import { useEffect, useRef } from 'react'

/** Text being typed in a cell or field has first claim on its keys. */
const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLTextAreaElement && target.value !== ''

/** Esc closes what is open beside the grid, also from the grid; an entry or a menu has first claim on it. */
export function useCloseKey(onClose: () => void): void {
  const newest = useRef(onClose)
  useEffect(() => {
    newest.current = onClose
  })
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.code !== 'Escape' || event.isComposing || event.defaultPrevented) return
      event.preventDefault()
      newest.current()
    }
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [])
}

/** While a sheet is open Ctrl+Enter applies it and Esc closes it, also from the grid beside it. */
export function useSheetKeys(onApply: () => void, onClose: () => void): void {
  const newest = useRef(onApply)
  useEffect(() => {
    newest.current = onApply
  })
  useCloseKey(onClose)
  useEffect(() => {
    const apply = (event: KeyboardEvent) => {
      const isApply = event.code === 'Enter' && (event.ctrlKey || event.metaKey) && !event.shiftKey
      if (!isApply || event.isComposing || isTyping(event)) return
      event.preventDefault()
      event.stopPropagation()
      newest.current()
    }
    document.addEventListener('keydown', apply, { capture: true })
    return () => document.removeEventListener('keydown', apply, { capture: true })
  }, [])
}
