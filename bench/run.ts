import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { isWithinLimit, type Measured } from './measure.ts'

/** `npm run bench`: measures what the README claims, against floors measured in the same run. */
const one = fileURLToPath(new URL('./one.ts', import.meta.url))
const results: Measured[] = []
for (let index = 0; ; index++) {
  const child = fork(one, [String(index)])
  const [measured] = (await once(child, 'message')) as [Measured | null]
  if (measured === null) break
  results.push(measured)
  console.log(describe(measured).join('  '))
}

const head = ['What', 'Time', 'Floor', 'Ratio', 'Limit', 'Rate', 'Peak memory', 'Held']
const lines = [
  '# Bench results',
  '',
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB.`,
  'Ratios decide, milliseconds inform. Run it again with `npm run bench`.',
  '',
  toRow(head),
  toRow(head.map(() => '---')),
  ...results.map((measured) => toRow(describe(measured))),
  '',
  'Floors:',
  '',
  ...results.flatMap(({ name, floor }) => (floor ? [`- **${name}**: ${floor.what}.`] : [])),
  '',
]
writeFileSync(fileURLToPath(new URL('./RESULTS.md', import.meta.url)), lines.join('\n'))
process.exitCode = results.every(isWithinLimit) ? 0 : 1

function describe(measured: Measured): string[] {
  const { name, ms, floor, limit, count, unit, memory } = measured
  return [
    name,
    `${Math.round(ms)} ms`,
    floor ? `${Math.round(floor.ms)} ms` : '–',
    floor ? (ms / floor.ms).toFixed(2) : '–',
    'ratio' in limit ? `${limit.ratio} × floor` : `${limit.ms} ms`,
    `${Math.round(count / (ms / 1000)).toLocaleString('en-US')} ${unit}/s`,
    memory ? `${Math.round(memory.mb)} of ${memory.limitMb} MB` : '–',
    isWithinLimit(measured) ? 'yes' : 'NO',
  ]
}

function toRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
