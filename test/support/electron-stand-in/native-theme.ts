import { StrictEmitter } from './strict-emitter.ts'
import { windowList } from './window-list.ts'

type ThemeSource = 'system' | 'light' | 'dark'

class NativeTheme extends StrictEmitter {
  readonly shouldUseHighContrastColors = false
  readonly shouldUseInvertedColorScheme = false
  readonly inForcedColorsMode = false
  readonly prefersReducedTransparency = false
  #themeSource: ThemeSource = 'system'

  constructor() {
    super('nativeTheme', ['updated'])
  }

  get themeSource(): ThemeSource {
    return this.#themeSource
  }

  set themeSource(source: ThemeSource) {
    if (source === this.#themeSource) return
    this.#themeSource = source
    for (const window of windowList.getAll()) {
      void window.webContents
        .getPage()
        .then(({ session }) => session.post('Emulation.setEmulatedMedia', { features: getThemeFeatures() }))
    }
    this.emit('updated')
  }

  /** The system of the stand-in is light. */
  get shouldUseDarkColors(): boolean {
    return this.#themeSource === 'dark'
  }
}

export const nativeTheme = new NativeTheme()

export const getThemeFeatures = (): { name: string; value: string }[] => [
  { name: 'prefers-color-scheme', value: nativeTheme.shouldUseDarkColors ? 'dark' : 'light' },
]
