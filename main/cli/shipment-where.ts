import type { CallInput } from '../../shared/contract/contract.ts'
import { readinessReasons, shipmentStatuses } from '../../shared/domain/readiness.ts'
import { UsageError } from './command.ts'

type Filter = CallInput<'shipment.page'>['filter']

const names = {
  client: 'clients',
  fc: 'fcs',
  carrier: 'carriers',
  mode: 'modes',
  status: 'statuses',
  missing: 'reasons',
}
const modes = ['SPD', 'LTL', 'FTL', 'unknown']

/** `client=宁波星野 mode=LTL,FTL status=incomplete`: all must hold, a comma means one of. */
export function parseWhere(texts: readonly string[]): Filter {
  const filter: Record<string, unknown> = {}
  for (const text of texts) {
    const [name, value] = [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]
    if (!text.includes('=') || value === '') throw new UsageError(`--where takes NAME=VALUE, not ${text}`)
    const values = value.split(',')
    if (name === 'id') filter['search'] = values.join('\n')
    else if (name in names) filter[names[name as keyof typeof names]] = values
    else throw new UsageError(`--where knows ${['id', ...Object.keys(names)].join(', ')}, not ${name}`)
    checkValues(name, values)
  }
  return filter
}

function checkValues(name: string, values: readonly string[]): void {
  const known: Record<string, readonly string[]> = {
    mode: modes,
    status: shipmentStatuses,
    missing: readinessReasons,
  }
  const unknown = values.find((value) => known[name] && !known[name].includes(value))
  if (unknown !== undefined)
    throw new UsageError(`${name} is one of ${known[name]!.join(', ')}, not ${unknown}`)
}
