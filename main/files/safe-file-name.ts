/** Names Windows keeps for devices, with any extension. Source: Microsoft, "Naming Files"; read November 2026. */
const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i
/** Separators and wildcards, controls, and the invisible marks that reorder or hide text. */
const unsafe = /[<>:"/\\|?*\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu
/** Most file systems take 255 bytes a name; the rest is left for ` (2)` and for the folders above. */
const maxBytes = 200
const maxExtensionChars = 10

const splitExtension = (name: string): [stem: string, extension: string] => {
  const dot = name.lastIndexOf('.')
  return dot > 0 && name.length - dot <= maxExtensionChars
    ? [name.slice(0, dot), name.slice(dot)]
    : [name, '']
}

const trimEnds = (text: string): string => text.replace(/^\s+/, '').replace(/[\s.]+$/, '')

/** Cuts between characters, never within one. */
function cutToBytes(text: string, limit: number): string {
  let bytes = 0
  let kept = ''
  for (const char of text) {
    bytes += Buffer.byteLength(char)
    if (bytes > limit) break
    kept += char
  }
  return kept
}

function fitName(name: string, suffix = ''): string {
  const [stem, extension] = splitExtension(name)
  const limit = maxBytes - Buffer.byteLength(extension + suffix)
  const kept = Buffer.byteLength(stem) <= limit ? stem : trimEnds(cutToBytes(stem, limit))
  return `${kept}${suffix}${extension}`
}

/** A file or folder name that Windows, macOS and Linux all take. Applying it again changes nothing. */
export function formatSafeFileName(text: string): string {
  const clean = trimEnds(text.normalize('NFC').replace(unsafe, '_')) || '_'
  return fitName(deviceName.test(clean) ? `_${clean}` : clean)
}

/** Equal for names that a file system ignoring case takes for the same. */
export const foldName = (name: string): string => name.normalize('NFC').toUpperCase()

/** Gives names that would meet in one folder a number: `a.csv`, `A (2).csv`. Expects safe names. */
export function makeUniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let unique = name
    for (let number = 2; taken.has(foldName(unique)); number += 1) unique = fitName(name, ` (${number})`)
    taken.add(foldName(unique))
    return unique
  })
}
