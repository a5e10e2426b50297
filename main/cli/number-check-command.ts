import { text as readText } from 'node:stream/consumers'
import { findCourier } from '../../shared/domain/number/courier-names.ts'
import { explainNumber, explainPro, type NumberReport } from '../../shared/domain/number/explain-number.ts'
import type { Engine } from '../engine/engine.ts'
import { getText, UsageError, type Arguments, type CliCommand } from './command.ts'
import { findCarrier } from './find-carrier.ts'
import { describeNumberReport } from './words.ts'

export const numberCheckCommand: CliCommand = {
  name: 'number check',
  usage: 'number check [NUMBER…|-] [--carrier NAME|COURIER | --scac SCAC]',
  summary:
    'which formats a tracking number fits and whether its check digit is right, of all couriers or of one; --scac takes PRO numbers; - reads lines',
  options: { carrier: { type: 'string' }, scac: { type: 'string' } },
  positionals: [0, 100_000],
  needsEngine: (args) => {
    const carrier = getText(args, 'carrier')
    return carrier !== undefined && findCourier(carrier) === null
  },
  async run(engine, args) {
    const explain = await chooseRule(engine, args)
    const reports = (await readNumbers(args)).map(explain)
    return {
      exitCode: reports.every(isAccepted) ? 0 : 1,
      json: reports,
      lines: reports,
      text: reports.flatMap(describeNumberReport),
      problems: [],
    }
  },
}

async function readNumbers({ positionals }: Arguments): Promise<string[]> {
  const readsInput = positionals.length === 0 || (positionals.length === 1 && positionals[0] === '-')
  if (!readsInput) return positionals
  return (await readText(process.stdin)).split(/\r?\n/).filter((line) => line.trim() !== '')
}

/** A courier's formats, an LTL carrier's PRO rule, or all couriers'. A carrier on file stands for its courier or SCAC. */
async function chooseRule(engine: Engine, args: Arguments): Promise<(number: string) => NumberReport> {
  const [name, scac] = [getText(args, 'carrier'), getText(args, 'scac')]
  if (name !== undefined && scac !== undefined) throw new UsageError('either --carrier or --scac')
  if (scac !== undefined) return (number) => explainPro(number, scac)
  if (name === undefined) return (number) => explainNumber(number)
  const courier = findCourier(name)
  if (courier !== null) return (number) => explainNumber(number, courier)
  const carrier = await findCarrier(engine, name)
  const { courier: ofCarrier, scac: code } = carrier
  if (ofCarrier === null && carrier.kind === 'ltl' && code !== null)
    return (number) => explainPro(number, code)
  return (number) => explainNumber(number, ofCarrier)
}

/** Where nothing is known of the carrier's numbers, there is nothing to hold against one. */
const isAccepted = ({ verdict, chosen, pro }: NumberReport): boolean =>
  verdict === 'valid' ||
  chosen?.verdict === 'format-not-known' ||
  chosen?.verdict === 'not-checked' ||
  pro?.verdict === 'no-rule' ||
  pro?.verdict === 'fits'
