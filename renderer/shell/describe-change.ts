import { readinessReasons } from '../../shared/domain/readiness.ts'
import { describeReason } from '../../shared/words/describe-rule.ts'
import type { WordKey } from '../../shared/locales/catalogue.ts'
import type { Translate, WordValues } from '../../shared/locales/translate.ts'

/** Words of the commands that need nothing but their label. */
const changeWords: Readonly<Record<string, WordKey>> = {
  assign: 'common.change.assign',
  edit: 'common.change.edit',
  'edit-boxes': 'common.change.editBoxes',
  import: 'common.change.import',
  pair: 'common.change.pair',
  export: 'common.change.export',
  client: 'common.change.clientSave',
  carrier: 'common.change.carrierSave',
  block: 'common.change.blockAdd',
  rule: 'common.change.ruleAdd',
  'rule-remove': 'common.change.ruleRemove',
  'layout-forget': 'common.change.layoutForget',
  'heading-forget': 'common.change.headingForget',
  'rule-pack': 'common.change.rulePack',
  'rule-level': 'common.change.ruleLevel',
  override: 'common.change.override',
  'override-withdraw': 'common.change.overrideWithdraw',
}

const pasteWords: Readonly<Record<string, WordKey>> = {
  edit: 'common.change.paste',
  'edit-boxes': 'common.change.pasteBoxes',
}

/** Several changes of one gesture. */
const batchWords: Readonly<Record<string, WordKey>> = { import: 'common.change.importBatch' }

const putRuleInWords = (label: WordValues, t: Translate): WordValues => {
  const rule = readinessReasons.find((reason) => reason === label.rule)
  return rule ? { ...label, rule: describeReason(rule, t) } : label
}

/** A change of the history in words, as in "batch assign, 53 shipments". */
export function describeChange(command: string, label: WordValues, t: Translate): string {
  const pasted = label.gesture === 'paste' ? pasteWords[command] : undefined
  const batched = label.batch === undefined ? undefined : batchWords[command]
  return t(pasted ?? batched ?? changeWords[command] ?? 'common.change.other', putRuleInWords(label, t))
}
