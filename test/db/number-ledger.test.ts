import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { NumberLine } from '../../db/ledger-line.ts'
import { openNumberLedger } from '../../db/number-ledger.ts'
import { makeBlock } from '../support/factories.ts'
import { makeTempFolder } from '../support/temp-folder.ts'

let file: string
beforeEach(() => {
  file = path.join(makeTempFolder(), 'test.ledger', 'numbers.log')
})

const block = makeBlock()
const makeLine = (from: number, to: number, values: Partial<NumberLine> = {}): NumberLine => ({
  kind: 'draw',
  opId: `operation-${from}`,
  space: '|9|luhn',
  from,
  to,
  step: 1,
  atMs: 1_700_000_000_000,
  ...values,
})

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

function writeLines(count: number): void {
  const ledger = openNumberLedger(file)
  for (let i = 0; i < count; i++)
    ledger.append([makeLine(810_020_000 + 2 * i, 810_020_001 + 2 * i)], 'install-1')
  ledger.close()
}

const read = () => readFileSync(file, 'utf8')
const readLines = () =>
  read()
    .split('\n')
    .filter((line) => line !== '')

describe('the chain', () => {
  test('of a line is SHA-256 over the previous hash and the line without its hashes', () => {
    writeLines(2)
    const lines = readLines().map((line) => JSON.parse(line) as { prev: string; hash: string })
    expect(lines[0]!.prev).toBe(hash(''))
    expect(lines[1]!.prev).toBe(lines[0]!.hash)
    for (const [index, { prev, hash: own }] of lines.entries()) {
      const payload = readLines()[index]!.replace(/,"prev":"[0-9a-f]{64}","hash":"[0-9a-f]{64}"\}$/, '}')
      expect(own).toBe(hash(prev + payload))
    }
  })

  test('over the numbers alone is the same for desks that did the same at another time under other names', () => {
    writeLines(2)
    const one = readLines().map((line) => (JSON.parse(line) as { numbers: string }).numbers)
    file = path.join(makeTempFolder(), 'other.ledger', 'numbers.log')
    const other = openNumberLedger(file)
    const line = { opId: 'another', atMs: 1 }
    other.append(
      [makeLine(810_020_000, 810_020_001, line), makeLine(810_020_002, 810_020_003, line)],
      'install-2',
    )
    expect(other.getHead().numbers).toBe(one[1])
    expect(one[0]).toBe(hash(`${hash('')} draw |9|luhn 810020000 810020001 1`))
    other.close()
  })

  test('goes on after a restart, and knows every hash it has gone through', () => {
    writeLines(1)
    const first = (JSON.parse(readLines()[0]!) as { hash: string }).hash
    writeLines(1)
    const ledger = openNumberLedger(file)
    expect(ledger.getDamage()).toBeNull()
    expect(ledger.hasHead(first)).toBe(true)
    expect(ledger.hasHead(hash('')) && ledger.hasHead(ledger.getHead().hash)).toBe(true)
    expect(ledger.hasHead(hash('another'))).toBe(false)
    ledger.close()
  })

  test('begins at the digest of lines from before there was one', () => {
    const old =
      '{"opId":"a","space":"|9|luhn","from":810020000,"to":810020004,"atMs":0}\n' +
      '{"opId":"b","space":"|9|luhn","from":810020005,"to":810020006,"atMs":0}\n'
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, old)
    writeLines(1)
    expect(readLines()[2]).toContain(`"prev":"${hash(old)}"`)
    const ledger = openNumberLedger(file)
    expect([ledger.getDamage(), ledger.getHighest(block)]).toEqual([null, 810_020_006])
    ledger.close()
    writeFileSync(file, read().replace('810020004', '810020003'))
    const changed = openNumberLedger(file)
    expect(changed.getDamage()).toBe(3)
    changed.close()
  })
})

describe('damage', () => {
  test('of any one character is noticed, and the numbers still count as drawn', () => {
    writeLines(3)
    const whole = read()
    const start = whole.indexOf('\n') + 1
    const end = whole.indexOf('\n', start)
    for (let at = start; at < end; at += 7) {
      const other = whole[at] === '0' ? '1' : '0'
      writeFileSync(file, whole.slice(0, at) + other + whole.slice(at + 1))
      const ledger = openNumberLedger(file)
      expect(ledger.getDamage(), `character ${at - start}`).toBeGreaterThan(1)
      expect(ledger.getHighest(block)).toBeGreaterThanOrEqual(810_020_005)
      ledger.close()
    }
  })

  test('by a line that was taken out, put in or moved is noticed', () => {
    writeLines(4)
    const [a, b, c, d] = readLines() as [string, string, string, string]
    const strange = '{"opId":"x","space":"|9|luhn","from":1,"to":2,"atMs":0}'
    for (const lines of [
      [a, c, d],
      [a, c, b, d],
      [a, b, strange, c, d],
      [a, b, b, c, d],
    ]) {
      writeFileSync(file, `${lines.join('\n')}\n`)
      const ledger = openNumberLedger(file)
      expect(ledger.getDamage()).not.toBeNull()
      ledger.close()
    }
  })

  test('is gone on from only by an answer, which stands for the file as it is', () => {
    writeLines(2)
    writeFileSync(file, read().replace('810020001', '810020009'))
    const ledger = openNumberLedger(file)
    expect(ledger.getDamage()).toBe(1)
    ledger.append([makeLine(810_020_020, 810_020_020)], 'install-1')
    expect(ledger.getDamage()).toBe(1)
    ledger.append([{ kind: 'confirm', opId: 'answer', answer: 'confirmed', atMs: 0 }], 'install-1')
    ledger.append([makeLine(810_020_021, 810_020_021)], 'install-1')
    ledger.close()
    const again = openNumberLedger(file)
    expect(again.getDamage()).toBeNull()
    again.close()
    writeFileSync(file, read().replace('810020009', '810020008'))
    const changedAgain = openNumberLedger(file)
    expect(changedAgain.getDamage()).not.toBeNull()
    changedAgain.close()
  })
})

describe('a torn last line', () => {
  test('at any length is no damage, is kept, and the chain goes on from the line before it', () => {
    writeLines(2)
    const whole = read()
    const start = whole.indexOf('\n') + 1
    for (let length = start + 1; length < whole.length; length += 13) {
      writeFileSync(file, whole)
      truncateSync(file, length)
      writeLines(1)
      const ledger = openNumberLedger(file)
      expect(ledger.getDamage()).toBeNull()
      expect(read().startsWith(whole.slice(0, length))).toBe(true)
      ledger.close()
    }
  })

  test('that is the very first one is no damage either', () => {
    writeLines(0)
    appendFileSync(file, '{"kind":"dr')
    writeLines(1)
    const ledger = openNumberLedger(file)
    expect([ledger.getDamage(), ledger.hasHead(hash(''))]).toEqual([null, true])
    ledger.close()
  })
})

test('a block that spells a drawn number from other parts is known', () => {
  writeLines(1)
  const ledger = openNumberLedger(file)
  const spelt = makeBlock({ width: 10, first: 8_100_200_008, last: 8_100_200_008, checkMethod: 'none' })
  expect(ledger.spellsDrawn(spelt)).toBe(true)
  expect(ledger.spellsDrawn({ ...spelt, first: 8_200_000_000, last: 8_200_000_000 })).toBe(false)
  expect(ledger.spellsDrawn(block)).toBe(false)
  ledger.close()
})
