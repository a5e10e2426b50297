import { useMemo } from 'react'
import type { Language } from '../shared/locales/catalogue.ts'
import { getTranslate, type Translate } from '../shared/locales/translate.ts'
import { useLook } from './shell/look.ts'

/** Words in the language of the moment; the component follows when it is switched. */
export function useT(): Translate {
  const language = useLook((look) => look.language)
  return useMemo(() => getTranslate(language), [language])
}

const localeOf: Record<Language, string> = { 'zh-CN': 'zh-CN', en: 'en-GB' }

const inFull: Record<Language, Intl.NumberFormat> = {
  'zh-CN': new Intl.NumberFormat('zh-CN'),
  en: new Intl.NumberFormat('en-US'),
}

export interface Formats {
  number: (value: number) => string
  /** Hours and minutes. */
  time: (atMs: number) => string
  /** Day and month with hours and minutes. */
  dateTime: (atMs: number) => string
}

function getFormats(language: Language): Formats {
  const time = new Intl.DateTimeFormat(localeOf[language], {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
  const dateTime = new Intl.DateTimeFormat(localeOf[language], {
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
  return {
    number: (value) => inFull[language].format(value),
    time: (atMs) => time.format(atMs),
    dateTime: (atMs) => dateTime.format(atMs),
  }
}

const formats: Record<Language, Formats> = { 'zh-CN': getFormats('zh-CN'), en: getFormats('en') }

export const useFormats = (): Formats => formats[useLook((look) => look.language)]
