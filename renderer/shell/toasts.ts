import { create } from 'zustand'
import type { ToastTone } from '../ui/toast.tsx'
import type { CommandName } from './commands.ts'

export interface Message {
  tone: ToastTone
  text: string
  /** One command that answers it. */
  action?: CommandName | undefined
}

interface Messages {
  /** The newest; it replaces the one before. */
  message: Message | null
}

export const useMessages = create<Messages>(() => ({ message: null }))

/** What was done is said for a while; a problem stays until it is read and closed. */
const doneMs = 12_000

export function showToast(message: Message): void {
  useMessages.setState({ message })
  if (message.tone !== 'problem') setTimeout(() => closeToast(message), doneMs)
}

/** Does nothing if another message has taken its place. */
export const closeToast = (message: Message): void =>
  useMessages.setState((state) => (state.message === message ? { message: null } : state))
