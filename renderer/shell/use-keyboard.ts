import { useEffect } from 'react'
import { getBridge } from '../api.ts'
import { isCommandName, runCommand } from './commands.ts'
import { getCommandOfChord } from './key-map.ts'

export const isMac = (): boolean => getBridge().platform === 'darwin'

/** A field with text in it keeps undo and redo for that text; the grid's own field is empty between edits. */
function ownsUndo(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return false
  return target.value !== ''
}

function onKeyDown(event: KeyboardEvent): void {
  const command = getCommandOfChord(event, isMac())
  if (!command) return
  if ((command === 'undo' || command === 'redo') && ownsUndo(event.target)) return
  event.preventDefault()
  event.stopPropagation()
  if (!event.repeat) runCommand(command)
}

/** Keys and menu of the app. Heard before anything in the page, so that no widget swallows a command. */
export function useKeyboard(): void {
  useEffect(() => {
    const stopMenu = getBridge().onCommand((command) => {
      if (isCommandName(command)) runCommand(command)
    })
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      stopMenu()
      window.removeEventListener('keydown', onKeyDown, { capture: true })
    }
  }, [])
}
