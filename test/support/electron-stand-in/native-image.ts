import { readFileSync } from 'node:fs'
import { strict } from './not-implemented.ts'

/** The bytes of a picture file; nothing here decodes them. */
class NativeImage {
  private readonly bytes: Buffer

  constructor(bytes: Buffer) {
    this.bytes = bytes
    return strict('NativeImage', this)
  }

  isEmpty(): boolean {
    return this.bytes.length === 0
  }

  toPNG(): Buffer {
    return this.bytes
  }
}

export const nativeImage = strict('nativeImage', {
  createEmpty: () => new NativeImage(Buffer.alloc(0)),
  createFromBuffer: (bytes: Buffer) => new NativeImage(bytes),
  createFromPath(file: string) {
    try {
      return new NativeImage(readFileSync(file))
    } catch {
      return new NativeImage(Buffer.alloc(0))
    }
  },
})
