import { boxWords as boxesEn } from './en/boxes.ts'
import { checkExportWords as checkExportEn } from './en/check-export.ts'
import { commonWords as commonEn } from './en/common.ts'
import { dataWords as dataEn } from './en/data.ts'
import { importWords as importEn } from './en/import.ts'
import { ledgerWords as ledgerEn } from './en/ledger.ts'
import { problemWords as problemsEn } from './en/problems.ts'
import { questionWords as questionsEn } from './en/questions.ts'
import { shipmentWords as shipmentsEn } from './en/shipments.ts'
import { boxWords as boxesZh } from './zh-cn/boxes.ts'
import { checkExportWords as checkExportZh } from './zh-cn/check-export.ts'
import { commonWords as commonZh } from './zh-cn/common.ts'
import { dataWords as dataZh } from './zh-cn/data.ts'
import { importWords as importZh } from './zh-cn/import.ts'
import { ledgerWords as ledgerZh } from './zh-cn/ledger.ts'
import { problemWords as problemsZh } from './zh-cn/problems.ts'
import { questionWords as questionsZh } from './zh-cn/questions.ts'
import { shipmentWords as shipmentsZh } from './zh-cn/shipments.ts'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

const zhCn = {
  common: commonZh,
  shipments: shipmentsZh,
  boxes: boxesZh,
  import: importZh,
  checkExport: checkExportZh,
  data: dataZh,
  problems: problemsZh,
  questions: questionsZh,
  ledger: ledgerZh,
} as const

const en = {
  common: commonEn,
  shipments: shipmentsEn,
  boxes: boxesEn,
  import: importEn,
  checkExport: checkExportEn,
  data: dataEn,
  problems: problemsEn,
  questions: questionsEn,
  ledger: ledgerEn,
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
