import type { Mutator } from './mutate-bytes.ts'

const oddPieces = [
  ['"', '""', '"""', ',', ';', '\t', '|', '\n', '\r', '\r\n', '\0', '\ufeff', ' ', '=', '+', "'", '😀'],
  ['客户', '合计', 'FBA货件号,FBA箱号\n', 'FBA19TB4K7Q2', '4.00015E+11', '#N/A', '__proto__', '1-Mar'],
  [','.repeat(600)],
  ['x'.repeat(33_000)],
  ['"\n'.repeat(50)],
  ['9'.repeat(400)],
]
  .flat()
  .map((text) => Buffer.from(text))
const oddBytes = ['80', 'ff', 'fffe', 'feff', 'c0af', 'eda080', '81', '8130', '00', '1a'].map((hex) =>
  Buffer.from(hex, 'hex'),
)

/** Quotes, delimiters, line ends, long and odd values put where a table has others. */
export const mutateText: Mutator = (given, random) => {
  let bytes = Buffer.from(given)
  for (let times = 1 + random.below(5); times > 0; times -= 1) {
    const at = random.below(bytes.length + 1)
    const end = Math.min(bytes.length, at + random.below(3))
    const piece = random.pick(random.below(12) === 0 ? oddBytes : oddPieces)
    bytes = Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(end)])
  }
  return bytes
}
