import { create } from 'zustand'
import type { AppState } from '../../shared/contract/outputs.ts'
import { getBridge } from '../api.ts'
import { ask } from './ask.ts'

interface AppStore {
  /** Null until the engine has answered for the first time. */
  app: AppState | null
  /** When a change was last stored, while this window was open. */
  savedAtMs: number | null
}

export const useAppStore = create<AppStore>(() => ({ app: null, savedAtMs: null }))

export async function reloadAppState(): Promise<void> {
  const answer = await ask('app.state', {})
  if (answer.ok) useAppStore.setState({ app: answer.value })
}

export function followAppState(): () => void {
  void reloadAppState()
  return getBridge().on('changed', () => {
    useAppStore.setState({ savedAtMs: Date.now() })
    void reloadAppState()
  })
}
