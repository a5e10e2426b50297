import type { Rectangle } from 'electron'
import { StrictEmitter } from './strict-emitter.ts'

const bounds: Rectangle = { x: 0, y: 0, width: 1920, height: 1080 }

const display = {
  id: 1,
  label: 'Stand-in',
  bounds,
  workArea: { ...bounds, height: 1040 },
  size: { width: 1920, height: 1080 },
  workAreaSize: { width: 1920, height: 1040 },
  scaleFactor: 1,
  rotation: 0,
  internal: false,
}

class Screen extends StrictEmitter {
  constructor() {
    super('screen', ['display-added', 'display-removed', 'display-metrics-changed'])
  }

  getPrimaryDisplay() {
    return display
  }

  getAllDisplays() {
    return [display]
  }

  getDisplayMatching() {
    return display
  }

  getDisplayNearestPoint() {
    return display
  }

  getCursorScreenPoint() {
    return { x: 0, y: 0 }
  }
}

/** One screen of 1920 × 1080 with a task bar of 40. */
export const screen = new Screen()
