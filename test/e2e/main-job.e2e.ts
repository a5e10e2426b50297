import { afterEach, describe, expect, test } from 'vitest'
import { getTranslate } from '../../renderer/i18n.ts'
import { generatePracticeMorning } from '../../main/practice-morning/generate-practice-morning.ts'
import { verifyExport } from '../../main/practice-morning/verify-export.ts'
import { answerFileDialog, fillClipboard, look, makeUserData, openDesk, patient } from './support/open-desk.ts'
import { getActiveCell, getCell, getColumn } from './support/grid-cells.ts'
import { countPointerEvents, createKeyboard } from './support/keyboard.ts'
import {
  assign,
  type Dispatcher,
  exportReady,
  importFiles,
  startPractice,
  typeOver,
} from './support/work-morning.ts'
import { getPracticeLists } from './support/practice-lists.ts'

const morning = generatePracticeMorning()
const { expected, decisions } = morning

let dispatcher: Dispatcher
afterEach(() => dispatcher.close())

async function sitDown(language: 'zh-CN' | 'en'): Promise<Dispatcher> {
  const opened = await openDesk({
    userData: makeUserData(),
    locale: language === 'en' ? 'en-US' : 'zh-CN',
  })
  dispatcher = { ...opened, keys: createKeyboard(opened.page), t: getTranslate(language) }
  return dispatcher
}
