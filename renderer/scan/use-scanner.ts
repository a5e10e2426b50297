import { useEffect } from 'react'
import { getKeyCharacter } from '../../shared/domain/scan/key-character.ts'
import { createRepeatGuard, createScanBurst } from '../../shared/domain/scan/scan-burst.ts'

const ends: ReadonlySet<string> = new Set(['Enter', 'NumpadEnter', 'Tab'])
const groupSeparator = '\u001d'

/** What the key is to a scanner: a character, an end (null), or nothing of its. */
function readKey({ code, ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent): string | null | undefined {
  if (altKey || metaKey) return undefined
  // Scanners send the separator of GS1 codes as Ctrl+].
  if (ctrlKey) return code === 'BracketRight' ? groupSeparator : undefined
  if (ends.has(code)) return shiftKey ? undefined : null
  return getKeyCharacter(code, shiftKey) ?? undefined
}

const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229

/** Inputs that hold no text. */
const controls: ReadonlySet<string> = new Set(['range', 'checkbox'])

const textEvents = [
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
  'compositionend',
] as const

/**
 * Listens before everything in the page, whatever has the focus: keys are read by their place, so no input method, field
 * or button takes them. Nothing is typed while it listens; what an input method puts into a field is taken out again.
 */
export function useScanner(onScan: (text: string, isComposing: boolean) => void): void {
  useEffect(() => {
    const burst = createScanBurst()
    const isRepeat = createRepeatGuard()
    const taken = new Set<string>()
    let wasComposing = false

    const swallow = (event: Event) => {
      event.preventDefault()
      event.stopImmediatePropagation()
    }

    const onKeyDown = (event: KeyboardEvent) => {
      const character = readKey(event)
      if (character === undefined) return
      const atMs = event.timeStamp
      const isOpen = burst.isOpen(atMs)
      // By hand, Space and the ends still press buttons and lead from one to the next.
      if (character === ' ' && !isOpen) return
      if (event.repeat) return swallow(event)
      wasComposing = (isOpen && wasComposing) || isComposing(event)
      const step = burst.take({ character, atMs })
      if (step.kind === 'typed' && !isOpen) return
      swallow(event)
      taken.add(event.code)
      if (step.kind === 'scan' && !isRepeat(step.text, atMs)) onScan(step.text, wasComposing)
    }

    const onKeyUp = (event: KeyboardEvent) => {
      if (taken.delete(event.code)) swallow(event)
    }

    const before = new WeakMap<EventTarget, string>()
    const onText = (event: Event) => {
      const { target } = event
      if (target instanceof HTMLInputElement && controls.has(target.type)) return
      swallow(event)
      if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
      if (!before.has(target)) before.set(target, target.value)
      else if (event.type === 'input' || event.type === 'compositionend') target.value = before.get(target)!
    }

    window.addEventListener('keydown', onKeyDown, { capture: true })
    window.addEventListener('keyup', onKeyUp, { capture: true })
    for (const name of textEvents) window.addEventListener(name, onText, { capture: true })
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true })
      window.removeEventListener('keyup', onKeyUp, { capture: true })
      for (const name of textEvents) window.removeEventListener(name, onText, { capture: true })
    }
  }, [onScan])
}
