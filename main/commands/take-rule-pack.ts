import { applyChange } from '../../db/change-log.ts'
import { setSetting } from '../../db/settings.ts'
import { parseRulePack } from '../../shared/contract/rule-pack-file.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { amazonPack } from '../../shared/domain/rule-pack/amazon-pack.ts'
import { extendRulePack } from '../../shared/domain/rule-pack/check-rule-pack.ts'
import type { RulePack } from '../../shared/domain/rule-pack/rule.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
import { rulePackSetting } from '../engine/rulebook.ts'
import { toRequest } from './change-request.ts'

/** Judges by a pack file from now on, or (null) by the pack that ships. One with a fault is named and not used. */
export const takeRulePack: Handler<'policy.usePack'> = (context, { opId, text }) => {
  const pack = text === null ? ok(amazonPack) : readPackFile(text)
  if (!pack.ok) return pack
  const request = { ...toRequest(context, opId, 'rule-pack', { name: pack.value.id }), isReversible: false }
  const applied = applyChange<null, never>(context.store, request, () =>
    ok({
      patch: { inserts: [], cells: [] },
      writeRecords: (store) => setSetting(store, rulePackSetting, text ?? ''),
      result: null,
    }),
  )
  if (!applied.ok) return applied
  context.index.refresh('all')
  context.emit('changed', { shipments: 'all', lists: true })
  return ok({ packId: pack.value.id, rules: pack.value.rules.length })
}

function readPackFile(text: string): Result<RulePack, CallProblem> {
  const file = parseRulePack(text)
  if (!file.ok) return fail({ kind: 'rule-pack-unreadable', issues: file.problem.slice(0, 5) })
  const pack = extendRulePack(amazonPack, file.value)
  return pack.ok ? pack : fail({ kind: 'rule-pack-refused', packId: file.value.id, problems: pack.problem })
}
