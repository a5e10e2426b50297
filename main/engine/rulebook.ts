import { getRuleLevels } from '../../db/rule-level.ts'
import { getSetting } from '../../db/settings.ts'
import type { Store } from '../../db/store.ts'
import { parseRulePack } from '../../shared/contract/rule-pack-file.ts'
import { amazonPack } from '../../shared/domain/rule-pack/amazon-pack.ts'
import { extendRulePack } from '../../shared/domain/rule-pack/check-rule-pack.ts'
import type { RulePack } from '../../shared/domain/rule-pack/rule.ts'
import { createRulebook, type Rulebook } from '../../shared/domain/rule-pack/rulebook.ts'

/** Text of the pack file in use; '' for none. */
export const rulePackSetting = 'rule_pack'

let newest = { text: '', pack: amazonPack }

/** The pack that ships, with the pack file in use; one that a later version cannot use any more is left aside. */
export function getRulePack(store: Store): RulePack {
  const text = getSetting(store, rulePackSetting) ?? ''
  if (text !== newest.text) newest = { text, pack: readPack(text) }
  return newest.pack
}

function readPack(text: string): RulePack {
  if (text === '') return amazonPack
  const file = parseRulePack(text)
  const pack = file.ok ? extendRulePack(amazonPack, file.value) : file
  return pack.ok ? pack.value : amazonPack
}

/** The rules of a day with the levels that stand in the database. */
export const getRulebook = (store: Store, day: string): Rulebook =>
  createRulebook(
    getRulePack(store),
    day,
    new Map(getRuleLevels(store).map(({ rule, level }) => [rule, level])),
  )
