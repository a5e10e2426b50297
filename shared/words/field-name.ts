import type { Translate } from '../locales/translate.ts'
import { fieldWords } from '../locales/zh-cn/problems/field.ts'

type NamedField = keyof typeof fieldWords

const isNamedField = (field: string): field is NamedField => Object.hasOwn(fieldWords, field)

/** A field of an import or of a stored row; an extra column keeps the client's own heading. */
export const formatFieldName = (field: string, t: Translate): string =>
  isNamedField(field) ? t(`problems.field.${field}`) : field
