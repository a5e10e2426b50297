import { readFile } from 'node:fs/promises'
import { text as readText } from 'node:stream/consumers'
import type { CallProblem, ScanAnswer } from '../../shared/contract/outputs.ts'
import type { ScanControl } from '../../shared/domain/scan/read-scan.ts'
import { followScan, startSession, type ScanSession } from '../../shared/domain/scan/scan-session.ts'
import type { Engine } from '../engine/engine.ts'
import { getText, RefusedError, type CliCommand } from './command.ts'
import { findShipmentId } from './find-shipment.ts'
import { makeOpId } from './op-id.ts'
import { describeScan } from './words.ts'

/** Carries out what a code of the printed sheet says; null ends the session. */
async function obey(
  engine: Engine,
  session: ScanSession,
  control: ScanControl,
  problems: CallProblem[],
): Promise<ScanSession | null> {
  if (control === 'done') return null
  if (control === 'undo' && session.held === null) {
    const undone = await engine.call('scan.undo', { opId: makeOpId() })
    if (!undone.ok) problems.push(undone.problem)
  }
  return startSession(control === 'next' ? null : session.shipmentId)
}

export const scanCommand: CliCommand = {
  name: 'scan',
  usage: 'scan [FILE|-] [--shipment ID] [--confirm REASON]',
  summary: 'box and carrier labels, a line each as a scanner sends them; each is stored, held or refused',
  options: { shipment: { type: 'string' }, confirm: { type: 'string' } },
  positionals: [0, 1],
  async run(engine, args) {
    const [file] = args.positionals
    const input =
      file === undefined || file === '-' ? await readText(process.stdin) : await readFile(file, 'utf8')
    const fbaId = getText(args, 'shipment')
    const keepsBecause = getText(args, 'confirm') ?? null
    let session = startSession(fbaId === undefined ? null : await findShipmentId(engine, fbaId))
    const problems: CallProblem[] = []
    const answers: (ScanAnswer & { scan: string })[] = []
    for (const scan of input.split(/[\r\n]+/).filter((line) => line.trim() !== '')) {
      const answer = await engine.call('scan.take', {
        ...session,
        keepsBecause,
        text: scan,
        opId: makeOpId(),
      })
      if (!answer.ok) throw new RefusedError(answer.problem)
      answers.push({ scan, ...answer.value })
      const { outcome } = answer.value
      const next =
        outcome.kind === 'control'
          ? await obey(engine, session, outcome.control, problems)
          : followScan(session, answer.value)
      if (next === null) break
      session = next
    }
    const isRefused = problems.length > 0 || answers.some(({ outcome }) => outcome.kind === 'refused')
    return {
      exitCode: isRefused ? 1 : 0,
      json: answers,
      lines: answers,
      text: answers.map(describeScan),
      problems,
    }
  },
}
