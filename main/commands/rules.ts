import { getCarrierRules, getRuleSets } from '../../db/carrier-rule.ts'
import { getCarriers } from '../../db/carrier.ts'
import { applyChange } from '../../db/change-log.ts'
import { getClients } from '../../db/client.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { checkRule, getPlaces, planRuleMove } from '../../shared/domain/carrier-rule.ts'
import type { Patch } from '../../shared/domain/patch.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { CommandContext, Handler } from '../engine/context.ts'
import { toRequest } from './change-request.ts'
import { saveRow } from './save-row.ts'

export const listRules: Handler<'rule.list'> = ({ store }) => {
  const clients = new Map(getClients(store).map((client) => [client.id, client.name]))
  const carriers = new Map(getCarriers(store).map((carrier) => [carrier.id, carrier.name]))
  const stored = getCarrierRules(store)
  const places = getPlaces(stored)
  const rules = stored.map((rule) => ({
    id: rule.id,
    setId: rule.setId,
    place: places.get(rule.id)!,
    clientId: rule.clientId,
    client: rule.clientId === null ? null : clients.get(rule.clientId)!,
    fc: rule.fc,
    amazonMode: rule.amazonMode,
    weightFromKg: rule.weightFromKg,
    weightToKg: rule.weightToKg,
    dateFrom: rule.dateFrom,
    dateTo: rule.dateTo,
    carrierId: rule.carrierId,
    carrier: carriers.get(rule.carrierId)!,
  }))
  const sets = [{ id: null, name: '' }, ...getRuleSets(store)].map((set) => ({
    ...set,
    rules: rules.filter((rule) => rule.setId === set.id).length,
  }))
  return ok({ sets, rules })
}

/** A new rule stands behind those of its set. */
export const saveRule: Handler<'rule.save'> = (context, { opId, id, ...values }) => {
  const rules = getCarrierRules(context.store)
  const known = rules.find((rule) => rule.id === id)
  const position = known?.position ?? (rules.at(-1)?.position ?? 0) + 1
  return saveRow(context, {
    opId,
    entity: 'rule',
    command: known ? 'rule-change' : 'rule',
    name: values.fc ?? values.amazonMode ?? '*',
    id,
    values: { ...values, position },
    getExisting: () => known,
    check(store) {
      const { carrierId, clientId, setId } = values
      if (!getCarriers(store).some((carrier) => carrier.id === carrierId))
        return { kind: 'carrier-unknown', name: String(carrierId) }
      if (clientId !== null && !getClients(store).some((client) => client.id === clientId))
        return { kind: 'client-unknown', name: String(clientId) }
      if (setId !== null && !getRuleSets(store).some((set) => set.id === setId))
        return { kind: 'rule-set-unknown', name: String(setId) }
      return checkRule(values)
    },
  })
}

export const moveRule: Handler<'rule.move'> = (context, { opId, id, by }) =>
  applyToRules(context, opId, 'rule-move', {}, () => ({
    inserts: [],
    cells: planRuleMove(getCarrierRules(context.store), id, by),
  }))

export const removeRule: Handler<'rule.remove'> = (context, { opId, id }) =>
  applyToRules(context, opId, 'rule-remove', {}, () => ({
    inserts: [],
    cells: [],
    removes: [{ entity: 'rule', ids: [id] }],
  }))

export const saveRuleSet: Handler<'ruleSet.save'> = (context, { opId, id, name }) =>
  saveRow(context, {
    opId,
    entity: 'ruleSet',
    command: 'rule-set',
    name,
    id,
    values: { name },
    getExisting: (store, rowId) => getRuleSets(store).find((set) => set.id === rowId),
    check(store) {
      const wanted = name.toUpperCase()
      const other = getRuleSets(store).find((set) => set.name.toUpperCase() === wanted)
      return other && other.id !== id ? { kind: 'name-taken', name } : null
    },
  })

export const removeRuleSet: Handler<'ruleSet.remove'> = (context, { opId, id }) => {
  const name = getRuleSets(context.store).find((set) => set.id === id)?.name ?? ''
  return applyToRules(context, opId, 'rule-set-remove', { name }, () => {
    const rules = getCarrierRules(context.store).filter((rule) => rule.setId === id)
    return {
      inserts: [],
      cells: [],
      removes: [
        { entity: 'rule', ids: rules.map((rule) => rule.id) },
        { entity: 'ruleSet', ids: [id] },
      ],
    }
  })
}

function applyToRules(
  context: CommandContext,
  opId: string,
  command: string,
  label: Record<string, string>,
  plan: () => Patch,
): Result<null, CallProblem> {
  const request = toRequest(context, opId, command, label)
  const applied = applyChange<null, never>(context.store, request, () => ok({ patch: plan(), result: null }))
  if (!applied.ok) return applied
  context.emit('changed', { shipments: [], lists: true })
  return ok(null)
}
