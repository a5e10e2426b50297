import { findings } from '../../shared/domain/shipment.ts'
import { readinessReasons } from '../../shared/domain/readiness.ts'
import { describeReason } from '../../shared/words/describe-rule.ts'
import type { WordKey } from '../../shared/locales/catalogue.ts'
import type { Translate, WordValues } from '../../shared/locales/translate.ts'

/** Words of the commands that need nothing but their label. */
const changeWords: Readonly<Record<string, WordKey>> = {
  edit: 'common.change.edit',
  'edit-boxes': 'common.change.editBoxes',
  import: 'common.change.import',
  pair: 'common.change.pair',
  scan: 'common.change.scan',
  export: 'common.change.export',
  verify: 'common.change.verify',
  reissue: 'common.change.reissue',
  client: 'common.change.clientSave',
  carrier: 'common.change.carrierSave',
  block: 'common.change.blockAdd',
  'block-change': 'common.change.blockChange',
  'block-move': 'common.change.blockMove',
  'block-lease': 'common.change.lease',
  'block-accept': 'common.change.accept',
  'number-release': 'common.change.release',
  'numbers-taken-back': 'common.change.takenBack',
  'ledger-confirm': 'common.change.ledgerConfirm',
  rule: 'common.change.ruleAdd',
  'rule-change': 'common.change.ruleChange',
  'rule-move': 'common.change.ruleMove',
  'rule-remove': 'common.change.ruleRemove',
  'rule-set': 'common.change.ruleSetSave',
  'rule-set-remove': 'common.change.ruleSetRemove',
  'mode-mark': 'common.change.modeMark',
  'mode-unmark': 'common.change.modeUnmark',
  'mode-same-number': 'common.change.modeSameNumber',
  'layout-forget': 'common.change.layoutForget',
  'heading-forget': 'common.change.headingForget',
  'rule-pack': 'common.change.rulePack',
  'rule-level': 'common.change.ruleLevel',
  vehicle: 'common.change.vehicleSave',
  driver: 'common.change.driverSave',
  load: 'common.change.loadSave',
  'load-remove': 'common.change.loadRemove',
  override: 'common.change.override',
  'override-withdraw': 'common.change.overrideWithdraw',
}

const pasteWords: Readonly<Record<string, WordKey>> = {
  edit: 'common.change.paste',
  'edit-boxes': 'common.change.pasteBoxes',
}

/** Several changes of one gesture. */
const batchWords: Readonly<Record<string, WordKey>> = {
  import: 'common.change.importBatch',
  reissue: 'common.change.reissueBatch',
}

/** A change of the history in words, as in "batch assign, 53 shipments". */
export function describeChange(command: string, label: WordValues, t: Translate): string {
  const pasted = label.gesture === 'paste' ? pasteWords[command] : undefined
  if (command === 'assign') return describeAssign(label, t)
  const isOldSheet = command === 'import' && label.history !== undefined
  if (isOldSheet) return t('common.change.importHistory', label)
  const batched = label.batch === undefined ? undefined : batchWords[command]
  const words = pasted ?? batched ?? changeWords[command] ?? 'common.change.other'
  return t(words, putInWords(command, label, t))
}

function describeAssign(label: WordValues, t: Translate): string {
  const said = t(label.shared === undefined ? 'common.change.assign' : 'common.change.assignShared', label)
  return label.loads === undefined ? said : t('common.change.assignLoads', { said, loads: label.loads })
}

/** Ids in a label as words: of a rule, or of what was found at Amazon. */
function putInWords(command: string, label: WordValues, t: Translate): WordValues {
  const rule = readinessReasons.find((reason) => reason === label.rule)
  if (rule) return { ...label, rule: describeReason(rule, t) }
  const finding = findings.find((each) => each === label.finding)
  return command === 'verify' && finding ? { ...label, finding: t(`validity.finding.${finding}`) } : label
}
