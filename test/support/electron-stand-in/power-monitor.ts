import { StrictEmitter } from './strict-emitter.ts'

class PowerMonitor extends StrictEmitter {
  readonly onBatteryPower = false

  constructor() {
    super('powerMonitor', [
      'suspend',
      'resume',
      'shutdown',
      'lock-screen',
      'unlock-screen',
      'on-ac',
      'on-battery',
    ])
  }

  getSystemIdleTime(): number {
    return 0
  }

  getSystemIdleState(): string {
    return 'active'
  }
}

/** Nothing happens to the machine by itself: a test emits 'suspend', 'resume' and the like. */
export const powerMonitor = new PowerMonitor()
