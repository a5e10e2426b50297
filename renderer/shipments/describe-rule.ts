import type { AssignRow } from '../../shared/contract/outputs.ts'
import type { Translate } from '../../shared/locales/translate.ts'

/** The standard set has no name of its own. */
export const formatSetName = (name: string, t: Translate): string =>
  name === '' ? t('shipments.assign.standardSet') : name

/** Which carrier, by which rule of which set. */
export const describeRule = ({ set, place, carrier }: NonNullable<AssignRow['rule']>, t: Translate): string =>
  t('shipments.assign.byRule', { carrier, place, set: formatSetName(set, t) })
