import { boxWords as boxesEn } from './en/boxes.ts'
import { checkExportWords as checkExportEn } from './en/check-export.ts'
import { commonWords as commonEn } from './en/common.ts'
import { dataWords as dataEn } from './en/data.ts'
import { forecastWords as forecastEn } from './en/forecast.ts'
import { importWords as importEn } from './en/import.ts'
import { loadWords as loadsEn } from './en/loads.ts'
import { numberWords as numbersEn } from './en/numbers.ts'
import { modeWords as modesEn } from './en/modes.ts'
import { ledgerWords as ledgerEn } from './en/ledger.ts'
import { problemWords as problemsEn } from './en/problems.ts'
import { questionWords as questionsEn } from './en/questions.ts'
import { scanWords as scanEn } from './en/scan.ts'
import { ruleWords as rulesEn } from './en/rules.ts'
import { shipmentWords as shipmentsEn } from './en/shipments.ts'
import { validityWords as validityEn } from './en/validity.ts'
import { boxWords as boxesZh } from './zh-cn/boxes.ts'
import { checkExportWords as checkExportZh } from './zh-cn/check-export.ts'
import { commonWords as commonZh } from './zh-cn/common.ts'
import { dataWords as dataZh } from './zh-cn/data.ts'
import { forecastWords as forecastZh } from './zh-cn/forecast.ts'
import { importWords as importZh } from './zh-cn/import.ts'
import { loadWords as loadsZh } from './zh-cn/loads.ts'
import { numberWords as numbersZh } from './zh-cn/numbers.ts'
import { modeWords as modesZh } from './zh-cn/modes.ts'
import { ledgerWords as ledgerZh } from './zh-cn/ledger.ts'
import { problemWords as problemsZh } from './zh-cn/problems.ts'
import { questionWords as questionsZh } from './zh-cn/questions.ts'
import { scanWords as scanZh } from './zh-cn/scan.ts'
import { ruleWords as rulesZh } from './zh-cn/rules.ts'
import { shipmentWords as shipmentsZh } from './zh-cn/shipments.ts'
import { validityWords as validityZh } from './zh-cn/validity.ts'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

const zhCn = {
  common: commonZh,
  shipments: shipmentsZh,
  boxes: boxesZh,
  import: importZh,
  checkExport: checkExportZh,
  forecast: forecastZh,
  modes: modesZh,
  data: dataZh,
  numbers: numbersZh,
  problems: problemsZh,
  questions: questionsZh,
  scan: scanZh,
  rules: rulesZh,
  validity: validityZh,
  ledger: ledgerZh,
  loads: loadsZh,
} as const

const en = {
  common: commonEn,
  shipments: shipmentsEn,
  boxes: boxesEn,
  import: importEn,
  checkExport: checkExportEn,
  forecast: forecastEn,
  modes: modesEn,
  data: dataEn,
  numbers: numbersEn,
  problems: problemsEn,
  questions: questionsEn,
  scan: scanEn,
  rules: rulesEn,
  validity: validityEn,
  ledger: ledgerEn,
  loads: loadsEn,
} as const

/** Every word of the app; a key is the path through it, `shipments.view.ready`. */
export const catalogue: Record<Language, WordTree> = { 'zh-CN': zhCn, en }

export interface WordTree {
  readonly [key: string]: string | WordTree
}

type Path<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Path<T[K]>}`
}[keyof T & string]

type WithoutPlural<K extends string> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K

/** A word that counts has the plural forms `_one` and `_other` in the catalogue and is asked for without them. */
export type WordKey = WithoutPlural<Path<typeof zhCn>>
