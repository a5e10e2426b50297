import path from 'node:path'
import type { NumberView } from '../../shared/contract/outputs.ts'
import { numberStates } from '../../shared/domain/number-state.ts'
import { checkMethods } from '../../shared/domain/pro-number.ts'
import {
  done,
  failed,
  getText,
  hasFlag,
  needNumber,
  needOneOf,
  needText,
  type CliCommand,
} from './command.ts'
import { findCarrier } from './find-carrier.ts'
import { makeOpId } from './op-id.ts'
import { describeBatch, formatDays } from './words.ts'

const blockAdd: CliCommand = {
  name: 'block add',
  usage:
    'block add --carrier NAME --first N --last N [--width W] [--prefix P] [--increment N] [--check METHOD] [--warn-at N]',
  summary: `a block of PRO numbers; METHOD is one of ${checkMethods.join(', ')} (luhn)`,
  options: {
    carrier: { type: 'string' },
    first: { type: 'string' },
    last: { type: 'string' },
    width: { type: 'string' },
    prefix: { type: 'string' },
    increment: { type: 'string' },
    check: { type: 'string' },
    'warn-at': { type: 'string' },
  },
  positionals: [0, 0],
  async run(engine, args) {
    const [first, last] = [needText(args, 'first'), needText(args, 'last')]
    const increment = getText(args, 'increment')
    const lowStock = getText(args, 'warn-at')
    const answer = await engine.call('block.add', {
      opId: makeOpId(),
      carrierId: (await findCarrier(engine, needText(args, 'carrier'))).id,
      prefix: getText(args, 'prefix') ?? '',
      width: needNumber(getText(args, 'width') ?? String(last.length), '--width'),
      first: needNumber(first, '--first'),
      last: needNumber(last, '--last'),
      ...(increment === undefined ? {} : { increment: needNumber(increment, '--increment') }),
      ...(lowStock === undefined ? {} : { lowStock: needNumber(lowStock, '--warn-at') }),
      checkMethod: needOneOf(getText(args, 'check') ?? 'luhn', 'check', checkMethods),
    })
    return answer.ok ? done(answer.value, [`block ${answer.value.id}`]) : failed(answer.problem)
  },
}

const blockList: CliCommand = {
  name: 'block list',
  usage: 'block list',
  summary: 'number blocks with the next number and how many are left',
  options: {},
  positionals: [0, 0],
  async run(engine) {
    const answer = await engine.call('block.list', {})
    if (!answer.ok) return failed(answer.problem)
    return done(
      answer.value,
      answer.value.blocks.map((block) => {
        const days = block.daysLeft === null ? '' : `  ${formatDays(block.daysLeft)}`
        const low = block.isLow ? '  LOW' : ''
        const closed = block.isRetired ? "  another desk's" : block.isClosed ? '  closed' : ''
        return `${block.id}  ${block.carrier}  ${block.firstNumber} … ${block.lastNumber}  next ${block.nextNumber ?? '–'}  left ${block.left}${days}${low}${closed}`
      }),
    )
  },
}

const blockNumbers: CliCommand = {
  name: 'block numbers',
  usage: 'block numbers BLOCK [--state STATE]',
  summary: `issued numbers with what became of them; STATE is one of ${numberStates.join(', ')}`,
  options: { state: { type: 'string' } },
  positionals: [1, 1],
  async run(engine, args) {
    const blockId = needNumber(args.positionals[0]!, 'BLOCK')
    const wanted = getText(args, 'state')
    const state = wanted === undefined ? {} : { state: needOneOf(wanted, 'state', numberStates) }
    const rows: NumberView[] = []
    for (;;) {
      const answer = await engine.call('block.numbers', {
        blockId,
        ...state,
        offset: rows.length,
        limit: 2_000,
      })
      if (!answer.ok) return failed(answer.problem)
      rows.push(...answer.value.rows)
      const { counts, total } = answer.value
      if (answer.value.rows.length > 0 && rows.length < total) continue
      const sums = numberStates.map((each) => `${each} ${counts[each]}`).join('  ')
      return done({ counts, rows }, [sums, ...rows.map(formatNumber)])
    }
  },
}

function formatNumber({ first, last, count, state, fbaId, isExported, batch }: NumberView): string {
  const numbers = count === 1 ? first : `${first} … ${last} (${count})`
  const by = batch && `${describeBatch(batch)}${batch.isUndone ? ', undone' : ''}`
  return [numbers, state, fbaId, isExported ? 'exported' : null, by]
    .filter((part) => part !== null)
    .join('  ')
}

const blockClose: CliCommand = {
  name: 'block close',
  usage: 'block close BLOCK [--reopen]',
  summary: 'no more numbers come from the block; --reopen takes that back',
  options: { reopen: { type: 'boolean' } },
  positionals: [1, 1],
  async run(engine, args) {
    const id = needNumber(args.positionals[0]!, 'BLOCK')
    const isClosed = !hasFlag(args, 'reopen')
    const answer = await engine.call('block.change', { opId: makeOpId(), id, isClosed })
    return answer.ok ? done({ id, isClosed }, [isClosed ? 'closed' : 'open']) : failed(answer.problem)
  },
}

const blockMove: CliCommand = {
  name: 'block move',
  usage: 'block move BLOCK up|down',
  summary: "where the block stands in its carrier's order",
  options: {},
  positionals: [2, 2],
  async run(engine, { positionals }) {
    const id = needNumber(positionals[0]!, 'BLOCK')
    const direction = needOneOf(positionals[1]!, 'direction', ['up', 'down'])
    const answer = await engine.call('block.move', { opId: makeOpId(), id, direction })
    return answer.ok ? done({ id }, ['moved']) : failed(answer.problem)
  },
}

const blockLease: CliCommand = {
  name: 'block lease',
  usage: 'block lease BLOCK --count N --to INSTALL-ID --out FILE',
  summary: 'lends the next N numbers to the desk whose "ledger state" shows that id, as a signed file',
  options: { count: { type: 'string' }, out: { type: 'string' }, to: { type: 'string' } },
  positionals: [1, 1],
  async run(engine, args) {
    const out = path.resolve(needText(args, 'out'))
    const folder = await engine.call('folder.offer', { path: path.dirname(out) })
    if (!folder.ok) return failed(folder.problem)
    const answer = await engine.call('block.lease', {
      opId: makeOpId(),
      blockId: needNumber(args.positionals[0]!, 'BLOCK'),
      count: needNumber(needText(args, 'count'), '--count'),
      to: needText(args, 'to'),
      folder: folder.value.token,
      fileName: path.basename(out),
    })
    if (!answer.ok) return failed(answer.problem)
    const { first, last, count, fileName, folder: place } = answer.value
    return done(answer.value, [`lent ${first} … ${last} (${count}), ${path.join(place, fileName)}`])
  },
}

const blockAccept: CliCommand = {
  name: 'block accept',
  usage: 'block accept FILE [--carrier NAME]',
  summary: 'takes over numbers that another desk lent',
  options: { carrier: { type: 'string' } },
  positionals: [1, 1],
  async run(engine, args) {
    const file = await engine.call('file.offer', { path: path.resolve(args.positionals[0]!) })
    if (!file.ok) return failed(file.problem)
    const name = getText(args, 'carrier')
    const answer = await engine.call('block.accept', {
      opId: makeOpId(),
      file: file.value.token,
      ...(name === undefined ? {} : { carrierId: (await findCarrier(engine, name)).id }),
    })
    if (!answer.ok) return failed(answer.problem)
    const { blockId, carrier, first, last, usable, count } = answer.value
    const fewer = usable === count ? '' : `; ${usable} of ${count} can be used, the others are in use here`
    return done(answer.value, [`block ${blockId} of ${carrier}: ${first} … ${last}${fewer}`])
  },
}

export const blockCommands: readonly CliCommand[] = [
  blockAdd,
  blockList,
  blockNumbers,
  blockClose,
  blockMove,
  blockLease,
  blockAccept,
]
