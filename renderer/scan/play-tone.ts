import { useScanSettings } from './scan-settings.ts'

export type Tone = 'held' | 'good' | 'bad'

interface Sound {
  hz: number
  ms: number
  shape: OscillatorType
}

/** High and short for good, low and long for bad; the first half of a pair only clicks. */
const sounds: Record<Tone, Sound> = {
  held: { hz: 880, ms: 40, shape: 'sine' },
  good: { hz: 1_320, ms: 90, shape: 'sine' },
  bad: { hz: 196, ms: 650, shape: 'square' },
}

let audio: AudioContext | undefined

export function playTone(tone: Tone): void {
  const { hasSound, volume } = useScanSettings.getState()
  if (!hasSound || volume === 0) return
  audio ??= new AudioContext()
  // A context made before the first key or press is silent until then.
  if (audio.state === 'suspended') void audio.resume().catch(() => undefined)
  const { hz, ms, shape } = sounds[tone]
  const oscillator = new OscillatorNode(audio, { frequency: hz, type: shape })
  const gain = new GainNode(audio, { gain: volume / 100 })
  const end = audio.currentTime + ms / 1_000
  gain.gain.setTargetAtTime(0, end - 0.01, 0.005)
  oscillator.connect(gain).connect(audio.destination)
  oscillator.start()
  oscillator.stop(end + 0.02)
}
