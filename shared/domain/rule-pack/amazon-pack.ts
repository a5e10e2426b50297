import { freightRules } from './freight-rules.ts'
import { limitRules } from './limit-rules.ts'
import { numberRules } from './number-rules.ts'
import { requirementRules } from './requirement-rules.ts'
import type { RulePack } from './rule.ts'
import { validityRules } from './validity-rules.ts'

/**
 * Amazon's rules as they are known, and the desk's own beside them. A group of rules is a file of its own; its tests
 * stand in `rule-tests`, its words in the locales. The id changes whenever a rule does.
 */
export const amazonPack: RulePack = {
  id: 'amazon-2026-11.2',
  rules: [...requirementRules, ...numberRules, ...limitRules, ...freightRules, ...validityRules],
}
