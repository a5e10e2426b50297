import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { NumberReport } from '../../../shared/domain/number/explain-number.ts'
import {
  formatReferences,
  getExpectedMatches,
  getExpectedVerdict,
} from '../../support/courier-format-reference.ts'
import { makeExamples } from '../../support/number-examples.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

const cli = fileURLToPath(new URL('../../../out/main/cli.js', import.meta.url))

function run(args: string[], numbers: readonly string[] = [], locale = 'en_US.UTF-8') {
  const input = numbers.map((number) => `${number}\n`).join('')
  const env = { ...process.env, LC_ALL: locale }
  const child = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    input,
    env,
    maxBuffer: 200_000_000,
  })
  return { code: child.status, out: child.stdout, err: child.stderr }
}

function check(numbers: readonly string[], ...args: string[]): NumberReport[] {
  const { out } = run(['number', 'check', '-', '--json', ...args], numbers)
  const reports = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as NumberReport)
  expect(reports.map(({ input }) => input)).toEqual(numbers)
  return reports
}

const toPromised = ({ verdict, matches }: NumberReport) => ({
  verdict,
  matches: matches.map(({ courier, format, checkDigit }) => ({ courier, format, checkDigit })),
})

describe('number check answers a line for each number', () => {
  const examples = formatReferences.flatMap((reference) => makeExamples(reference))
  const numbers = examples.flatMap(({ valid, wrongDigit, swapped }) => [valid, wrongDigit, swapped])

  test('with the verdict of an independent reading, over 300 numbers of each format and two errors of each', () => {
    expect(numbers).toHaveLength(formatReferences.length * 900)
    const expected = numbers.map((number) => {
      const matches = getExpectedMatches(number)
      return { verdict: getExpectedVerdict(matches), matches }
    })
    expect(check(numbers).map(toPromised)).toEqual(expected)
  })

  test.each(['ups', 'fedex', 'usps', 'dhl'])('of %s alone when it was chosen', (courier) => {
    const sample = numbers.filter((_, i) => i % 11 === 0)
    const expected = sample.map((number) => {
      const matches = getExpectedMatches(number).filter((match) => match.courier === courier)
      return getExpectedVerdict(matches)
    })
    expect(check(sample, '--carrier', courier).map(({ verdict }) => verdict)).toEqual(expected)
  })

  test('with the promised fields first, then certainty and parts', () => {
    expect(check(['1ZA1B2C30300014703', '1ZA1B2C30300014704', 'HELLO-WORLD'])).toEqual([
      {
        input: '1ZA1B2C30300014703',
        normalized: '1ZA1B2C30300014703',
        verdict: 'valid',
        matches: [
          {
            courier: 'ups',
            format: 'ups_1z',
            checkDigit: 'valid',
            certainty: 'confirmed',
            isTelling: true,
            parts: { service: '03', shipper: 'A1B2C3', package: '0001470', check: '3' },
          },
        ],
        chosen: null,
        suggested: 'ups',
        pro: null,
      },
      expect.objectContaining({ verdict: 'invalid', suggested: null }),
      {
        input: 'HELLO-WORLD',
        normalized: 'HELLOWORLD',
        verdict: 'unknown',
        matches: [],
        chosen: null,
        suggested: null,
        pro: null,
      },
    ])
  })
})

describe('number check for one carrier', () => {
  test('takes a courier’s id or name, and says what another courier’s number looks like', () => {
    const other = run(['number', 'check', '1ZA1B2C30300014703', '--carrier', 'FedEx'])
    expect(other.code).toBe(1)
    expect(other.out).toContain('Looks like UPS.')
    const chinese = run(
      ['number', 'check', '1ZA1B2C30300014703', '--carrier', 'fedex'],
      [],
      'zh_CN.UTF-8',
    ).out
    expect(chinese).toContain('看起来像UPS的号')
  })

  test('takes numbers whose format is not known, with a warning', () => {
    const unknown = run(['number', 'check', 'UUS24001470A', '--carrier', 'UniUni'])
    expect([unknown.code, unknown.out]).toEqual([0, expect.stringContaining('format not known')])
    expect(run(['number', 'check', 'A1', '--carrier', 'gls']).code).toBe(1)
  })

  test('takes a carrier on file: its courier’s formats, or the PRO rule of its SCAC', () => {
    const database = path.join(makeTempFolder(), 'test.db')
    const add = (...args: string[]) => run(['carrier', 'add', ...args, '--db', database]).code
    expect(add('联邦', '--kind', 'parcel', '--courier', 'fedex')).toBe(0)
    expect(add('XPO', '--kind', 'ltl', '--scac', 'CNWY')).toBe(0)
    const verdictOf = (number: string, carrier: string) =>
      run(['number', 'check', number, '--carrier', carrier, '--db', database])
    expect(verdictOf('400014700213', '联邦').code).toBe(0)
    expect(verdictOf('400014700214', '联邦').code).toBe(1)
    expect(verdictOf('240014703', 'xpo').code).toBe(0)
    expect(verdictOf('240014704', 'CNWY').out).toContain('check digit of the PRO is wrong')
    const nobody = verdictOf('240014704', '无此承运人')
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining('无此承运人')])
  })
})

test('number check --scac holds PRO numbers against the carrier’s rule', () => {
  const checkPro = (...args: string[]) => run(['number', 'check', ...args])
  expect(checkPro('--scac', 'CNWY', '240014703', '240-014703', '02400014703').code).toBe(0)
  expect(checkPro('--scac', 'RDWY', '1232401475', '123240153X', '1232401520').code).toBe(0)
  const wrong = checkPro('--scac', 'cnwy', '240014704')
  expect([wrong.code, wrong.out]).toEqual([1, expect.stringContaining('CNWY: the check digit')])
  expect(checkPro('--scac', 'UPGF', '240014704').out).toContain('A warning only')
  expect(checkPro('--scac', 'PYLE', '240014704').code).toBe(0)
  expect(checkPro('--scac', 'CNWY', '--carrier', 'ups', '240014704').code).toBe(2)
})
