import type { ReissueDifference, ReissueProblem } from '../domain/reissue.ts'
import type { Translate } from '../locales/translate.ts'
import { formatFieldName } from './field-name.ts'

/** More than these are counted, not named. */
const namedDifferences = 5

export function describeReissueProblem(problem: ReissueProblem, t: Translate): string {
  switch (problem.kind) {
    case 'replaced-before':
      return t('validity.refused.replaced-before', { fbaId: problem.fbaId, by: problem.by })
    case 'replaces-another':
      return t('validity.refused.replaces-another', { fbaId: problem.fbaId, other: problem.other })
    case 'other-client':
      return t('validity.refused.other-client', { fbaId: problem.fbaId, client: problem.client })
    case 'differs': {
      const named = problem.differences.slice(0, namedDifferences).map((each) => describeDifference(each, t))
      const more = problem.differences.length - named.length
      if (more > 0) named.push(t('validity.differs.more', { count: more }))
      const list = named.join(t('validity.differs.between'))
      return t('validity.refused.differs', { from: problem.from, to: problem.to, list })
    }
    default:
      return t(`validity.refused.${problem.kind}`, { fbaId: problem.fbaId })
  }
}

function describeDifference(difference: ReissueDifference, t: Translate): string {
  const before = String(difference.before)
  const after = String(difference.after)
  switch (difference.kind) {
    case 'box-count':
      return t('validity.differs.box-count', { before, after })
    case 'value':
      // The number of a carrier's or a load's row says nothing to anybody.
      if (difference.field === 'carrierId') return t('validity.differs.carrier')
      return difference.field === 'loadId'
        ? t('validity.differs.load')
        : t('validity.differs.value', { field: formatFieldName(difference.field, t), before, after })
    default:
      return t('validity.differs.tracking', { position: difference.position, before, after })
  }
}
