import { getRuleLevels } from '../../db/rule-level.ts'
import type { Store } from '../../db/store.ts'
import { amazonPack } from '../../shared/domain/rule-pack/amazon-pack.ts'
import { createRulebook, type Rulebook } from '../../shared/domain/rule-pack/rulebook.ts'

/** The rules of a day with the levels that stand in the database. */
export const getRulebook = (store: Store, day: string): Rulebook =>
  createRulebook(amazonPack, day, new Map(getRuleLevels(store).map(({ rule, level }) => [rule, level])))
