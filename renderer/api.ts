import type { Bridge } from '../shared/contract/bridge.ts'

declare global {
  interface Window {
    readonly tailboard: Bridge
  }
}

/** The door this page came through; everything the page knows of the world it knows from here. */
export const getBridge = (): Bridge => window.tailboard

export const newOpId = (): string => crypto.randomUUID()
