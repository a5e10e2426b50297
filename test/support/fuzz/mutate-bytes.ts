import type { SeededRandom } from '../../../main/practice-morning/seeded-random.ts'

export type Mutator = (bytes: Buffer, random: SeededRandom) => Buffer

const oddNumbers = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff]

const splice = (bytes: Buffer, from: number, to: number, inserted: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, from), inserted, bytes.subarray(to)])

/** Bytes changed, taken out, put in, repeated, overwritten with numbers that parsers stumble over, or cut off. */
export const mutateBytes: Mutator = (given, random) => {
  let bytes: Buffer = Buffer.from(given)
  for (let times = 1 + random.below(6); times > 0 && bytes.length > 8; times -= 1) {
    const at = random.below(bytes.length - 4)
    const end = Math.min(bytes.length, at + 1 + random.below(64))
    switch (random.below(7)) {
      case 0:
        bytes[at]! ^= 1 << random.below(8)
        break
      case 1:
        bytes[at] = random.below(256)
        break
      case 2:
        bytes.writeUInt32LE(random.pick(oddNumbers), at)
        break
      case 3:
        bytes.writeUInt16LE(random.pick(oddNumbers) & 0xffff, at)
        break
      case 4:
        bytes = splice(bytes, at, end, Buffer.alloc(0))
        break
      case 5:
        bytes = splice(bytes, at, at, Buffer.from(bytes.subarray(at, end)))
        break
      case 6:
        if (random.below(4) === 0) bytes = Buffer.from(bytes.subarray(0, at))
        else bytes = splice(bytes, at, at, Buffer.alloc(end - at, random.below(256)))
    }
  }
  return bytes
}
