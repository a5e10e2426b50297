import path from 'node:path'
import { done, failed, type CliCommand } from './command.ts'
import { makeOpId } from './op-id.ts'
import { describe } from './words.ts'

const ledgerState: CliCommand = {
  name: 'ledger state',
  usage: 'ledger state',
  summary: "whether numbers can be issued, the ledger's head, this desk's id, and numbers not known here",
  options: {},
  positionals: [0, 0],
  async run(engine) {
    const answer = await engine.call('ledger.state', {})
    if (!answer.ok) return failed(answer.problem)
    const { lock, file, head, installId, lost } = answer.value
    return {
      ...done(answer.value, [
        `install ${installId}`,
        `ledger ${file}`,
        `head ${head}`,
        ...lost.map(
          ({ carrier, first, last, count }) => `not known: ${carrier}  ${first} … ${last} (${count})`,
        ),
      ]),
      exitCode: lock === null ? 0 : 1,
      problems: lock === null ? [] : [{ kind: 'drawing-locked', lock }],
    }
  },
}

const makeAnswer = (word: string, answer: 'confirmed' | 'moved' | 'split', summary: string): CliCommand => ({
  name: `ledger ${word}`,
  usage: `ledger ${word}`,
  summary,
  options: {},
  positionals: [0, 0],
  async run(engine) {
    const answered = await engine.call('ledger.confirm', { opId: makeOpId(), answer })
    if (!answered.ok) return failed(answered.problem)
    const state = await engine.call('ledger.state', {})
    if (!state.ok) return failed(state.problem)
    const { lock } = state.value
    return done({ lock }, [lock === null ? answer : describe({ kind: 'drawing-locked', lock })])
  },
})

const backup: CliCommand = {
  name: 'backup',
  usage: 'backup FILE',
  summary: "a verified copy of the database, the ledger's head beside it",
  options: {},
  positionals: [1, 1],
  async run(engine, { positionals }) {
    const answer = await engine.call('backup.write', { path: path.resolve(positionals[0]!) })
    if (!answer.ok) return failed(answer.problem)
    const { file, bytes, ledgerHead } = answer.value
    return done(answer.value, [`${file}  ${bytes} bytes  ledger ${ledgerHead}`])
  },
}

export const ledgerCommands: readonly CliCommand[] = [
  ledgerState,
  makeAnswer('confirm', 'confirmed', 'this database is the newest: numbers are issued again'),
  makeAnswer('moved', 'moved', 'the data were moved here, and the old place is no longer used'),
  makeAnswer('split', 'split', 'the data were copied: the blocks stay with the other desk'),
  backup,
]
