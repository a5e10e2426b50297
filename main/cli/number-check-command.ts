import { text as readText } from 'node:stream/consumers'
import { checkTrackingNumber } from '../../shared/domain/number/tracking-number.ts'
import type { CliCommand } from './command.ts'

export const numberCheckCommand: CliCommand = {
  name: 'number check',
  usage: 'number check [NUMBER…|-]',
  summary: 'which courier formats a tracking number fits and whether its check digit is right; - reads lines',
  options: {},
  positionals: [0, 100_000],
  needsEngine: false,
  async run(_engine, { positionals }) {
    const readsInput = positionals.length === 0 || (positionals.length === 1 && positionals[0] === '-')
    const numbers = readsInput
      ? (await readText(process.stdin)).split(/\r?\n/).filter((line) => line.trim() !== '')
      : positionals
    const checks = numbers.map(checkTrackingNumber)
    return {
      exitCode: checks.every((check) => check.verdict === 'valid') ? 0 : 1,
      json: checks,
      lines: checks,
      text: checks.map((check) => {
        const matches = check.matches.map(
          (match) => `${match.courier} ${match.format} (check digit ${match.checkDigit})`,
        )
        return `${check.normalized}  ${check.verdict}  ${matches.join(', ')}`
      }),
      problems: [],
    }
  },
}
