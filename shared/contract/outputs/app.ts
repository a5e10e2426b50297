import type { DrawLock } from '../../domain/store-problem.ts'

export interface AppState {
  version: string
  workspace: 'own' | 'practice'
  hasPractice: boolean
  who: string
  databaseFile: string
  shipments: number
  notReady: number
  undo: { command: string; label: Record<string, string | number> } | null
  redo: { command: string; label: Record<string, string | number> } | null
  blocks: { name: string; left: number; isLow: boolean; daysLeft: number | null }[]
  /** Why no number can be drawn. */
  drawLock: DrawLock | null
  /** Folder that exports go to unless the door chooses another. */
  exportFolder: string
  canPickFolder: boolean
}
