import { done, failed, getText, needNumber, UsageError, type CliCommand } from './command.ts'
import { makeOpId } from './op-id.ts'
import { describeState } from './words.ts'

const numberState: CliCommand = {
  name: 'number state',
  usage: 'number state NUMBER…',
  summary: 'free, assigned, void, exported, outside every block, wrong check digit',
  options: {},
  positionals: [1, 10_000],
  async run(engine, { positionals }) {
    const views = []
    for (const number of positionals) {
      const answer = await engine.call('number.state', { number })
      if (!answer.ok) return failed(answer.problem)
      views.push(answer.value)
    }
    return {
      ...done(views, views.flatMap(describeState)),
      exitCode: views.every(({ state }) => state !== null) ? 0 : 1,
      lines: views,
    }
  },
}

const numberRelease: CliCommand = {
  name: 'number release',
  usage: 'number release NUMBER…|--block BLOCK [--preview]',
  summary: 'gives void numbers that were never exported back to their block; not undone',
  options: { block: { type: 'string' }, preview: { type: 'boolean' } },
  positionals: [0, 100_000],
  async run(engine, args) {
    const block = getText(args, 'block')
    if ((block === undefined) === (args.positionals.length === 0))
      throw new UsageError('name numbers or --block')
    const answer = await engine.call('number.release', {
      opId: makeOpId(),
      isPreview: args.options['preview'] === true,
      ...(block === undefined ? { numbers: args.positionals } : { blockId: needNumber(block, '--block') }),
    })
    if (!answer.ok) return failed(answer.problem)
    const word = args.options['preview'] === true ? 'to release' : 'released'
    return done(answer.value, [`${word}: ${answer.value.numbers}`])
  },
}

export const numberCommands: readonly CliCommand[] = [numberState, numberRelease]
