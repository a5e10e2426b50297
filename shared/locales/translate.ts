import { createInstance } from 'i18next'
import { catalogue, type Language, languages, type WordKey } from './catalogue.ts'

export type WordValues = Readonly<Record<string, string | number>>
export type Translate = (key: WordKey, values?: WordValues) => string

const i18n = createInstance()
void i18n.init({
  initAsync: false,
  lng: languages[0],
  fallbackLng: false,
  resources: Object.fromEntries(
    languages.map((language) => [language, { translation: catalogue[language] }]),
  ),
  interpolation: { escapeValue: false },
})

/** Words of one language, for the screens and the command line alike. */
export function getTranslate(language: Language): Translate {
  const translate = i18n.getFixedT(language)
  return (key, values) => translate(key, values ?? {})
}
