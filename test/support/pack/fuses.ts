/** Marks the fuses in Electron's binary, the same for every version (@electron/fuses 1.8, November 2026). */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

interface Fuse {
  name: string
  /** As Electron 45 ships it. */
  isOnByDefault: boolean
  isOn: boolean
}

/** All nine, in the order of the wire (build/fuses/fuses.json5 of Electron, August 2026), and our policy. */
export const fuses: readonly Fuse[] = [
  { name: 'RunAsNode', isOnByDefault: true, isOn: false },
  { name: 'EnableCookieEncryption', isOnByDefault: false, isOn: true },
  { name: 'EnableNodeOptionsEnvironmentVariable', isOnByDefault: true, isOn: false },
  { name: 'EnableNodeCliInspectArguments', isOnByDefault: true, isOn: false },
  { name: 'EnableEmbeddedAsarIntegrityValidation', isOnByDefault: false, isOn: true },
  { name: 'OnlyLoadAppFromAsar', isOnByDefault: false, isOn: true },
  { name: 'LoadBrowserProcessSpecificV8Snapshot', isOnByDefault: false, isOn: false },
  { name: 'GrantFileProtocolExtraPrivileges', isOnByDefault: true, isOn: false },
  { name: 'WasmTrapHandlers', isOnByDefault: true, isOn: true },
]

/** The fuses of a binary that nobody has flipped: sentinel, version 1, count, then '0' or '1' for each. */
export const createFuseWire = (): Buffer =>
  Buffer.concat([
    Buffer.from(sentinel),
    Buffer.from([1, fuses.length]),
    Buffer.from(fuses.map(({ isOnByDefault }) => (isOnByDefault ? '1' : '0')).join('')),
  ])

/** Whether each fuse of a binary is on, in the order of the wire. */
export function readFuses(binary: Buffer): boolean[] {
  const at = binary.indexOf(sentinel)
  if (at < 0) throw new Error('The binary has no fuses.')
  const start = at + sentinel.length + 2
  return [...binary.subarray(start, start + binary[start - 1]!)].map((state) => state === '1'.charCodeAt(0))
}
