import { strict } from './not-implemented.ts'
import { Permissions } from './permissions.ts'
import { protocol } from './protocol.ts'
import { StrictEmitter } from './strict-emitter.ts'
import { WebRequest } from './web-request.ts'

export class Session extends StrictEmitter {
  readonly protocol = protocol
  readonly webRequest = new WebRequest()
  readonly permissions = new Permissions()
  #isSpellCheckerEnabled = true

  constructor() {
    super('session', [
      'will-download',
      'select-hid-device',
      'select-serial-port',
      'select-usb-device',
      'spellcheck-dictionary-download-failure',
    ])
  }

  setPermissionRequestHandler(handler: Permissions['request']): void {
    this.permissions.request = handler
  }

  setPermissionCheckHandler(handler: Permissions['check']): void {
    this.permissions.check = handler
  }

  isSpellCheckerEnabled(): boolean {
    return this.#isSpellCheckerEnabled
  }

  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.#isSpellCheckerEnabled = isEnabled
  }

  // A headless Chromium has no devices, no screen to share and no spelling dictionaries.
  setDevicePermissionHandler(): void {}
  setBluetoothPairingHandler(): void {}
  setUSBProtectedClassesHandler(): void {}
  setDisplayMediaRequestHandler(): void {}
  setSpellCheckerLanguages(): void {}
  setSpellCheckerDictionaryDownloadURL(): void {}
}

export const defaultSession = new Session()

export const session = strict('session', { defaultSession })
