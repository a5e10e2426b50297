import { create } from 'zustand'

export interface ScanSettings {
  /** 0 to 100. */
  volume: number
  hasSound: boolean
  /** A doubted label that is scanned a second time is stored. */
  warnsOnly: boolean
}

const storageKey = 'tailboard.scan'
const usual: ScanSettings = { volume: 60, hasSound: true, warnsOnly: false }

/** What was kept, as far as it is still valid. */
export function readScanSettings(kept: string | null): ScanSettings {
  try {
    const values = JSON.parse(kept ?? '{}') as Partial<Record<keyof ScanSettings, unknown>>
    const { volume, hasSound, warnsOnly } = values
    return {
      volume: typeof volume === 'number' && volume >= 0 && volume <= 100 ? volume : usual.volume,
      hasSound: typeof hasSound === 'boolean' ? hasSound : usual.hasSound,
      warnsOnly: typeof warnsOnly === 'boolean' ? warnsOnly : usual.warnsOnly,
    }
  } catch {
    return usual
  }
}

export const useScanSettings = create<ScanSettings>(() => usual)

export const loadScanSettings = (): void =>
  useScanSettings.setState(readScanSettings(localStorage.getItem(storageKey)))

export function setScanSettings(change: Partial<ScanSettings>): void {
  useScanSettings.setState(change)
  localStorage.setItem(storageKey, JSON.stringify(useScanSettings.getState()))
}
