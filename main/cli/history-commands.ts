import { done, failed, type CliCommand } from './command.ts'
import { makeOpId } from './op-id.ts'
import { describeVoided } from '../../shared/words/describe-voided.ts'
import { describeNumbersStayUsed, t } from './words.ts'

const makeStep = (name: 'undo' | 'redo', summary: string): CliCommand => ({
  name,
  usage: name,
  summary,
  options: {},
  positionals: [0, 0],
  async run(engine) {
    const answer = await engine.call(`history.${name}`, { opId: makeOpId() })
    if (!answer.ok) return failed(answer.problem)
    const { command, label, cells, rows, kept, voided } = answer.value
    const later = kept > 0 ? `; ${kept} changed later and were kept` : ''
    const used = name === 'undo' && label['history'] ? [describeNumbersStayUsed()] : []
    const lines = [...used, ...(voided ? [describeVoided(voided, t)] : [])]
    const { name: what } = label
    const said = what === undefined ? command : `${command} ${what}`
    return done(answer.value, [`${name}: ${said}, ${cells} cells, ${rows} rows${later}`, ...lines])
  },
})

const history: CliCommand = {
  name: 'history',
  usage: 'history',
  summary: 'what was done, undone and done again, newest first',
  options: {},
  positionals: [0, 0],
  async run(engine) {
    const answer = await engine.call('history.list', {})
    if (!answer.ok) return failed(answer.problem)
    return done(
      answer.value,
      answer.value.entries.map((entry) => {
        const label = Object.entries(entry.label).map(([name, value]) => `${name} ${value}`)
        const state = entry.isUndone ? ' (undone)' : ''
        return `${new Date(entry.atMs).toISOString()}  ${entry.who}  ${entry.kind} ${entry.command}${state}  ${label.join(', ')}`
      }),
    )
  },
}

export const historyCommands: readonly CliCommand[] = [
  makeStep('undo', 'takes back the newest change; drawn numbers stay void'),
  makeStep('redo', 'does again what was undone last'),
  history,
]
