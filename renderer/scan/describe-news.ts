import type { Translate } from '../../shared/locales/translate.ts'
import { describeProblem } from '../../shared/words/describe-problem.ts'
import { describeScanRefusal, describeStored } from '../../shared/words/describe-scan.ts'
import { isDoubt } from '../../shared/domain/scan/scan-session.ts'
import type { StatusKind } from '../ui/status-shape.tsx'
import type { ScanNews } from './scan-store.ts'

/** One line: what came of the scan and what to scan now. */
export function describeNews(news: ScanNews, warnsOnly: boolean, t: Translate): string {
  switch (news.kind) {
    case 'stored':
      return describeStored(news, t)
    case 'undone':
      return t('scan.undone', { boxId: news.boxId, number: news.trackingId })
    case 'refused': {
      const text = describeScanRefusal(news.refusal, t)
      const mayConfirm = warnsOnly && isDoubt(news.refusal)
      return mayConfirm ? t('scan.mayConfirm', { text }) : text
    }
    case 'failed':
      return describeProblem(news.problem, t)
    default:
      return t(`scan.news.${news.kind}`)
  }
}

const bad: ReadonlySet<ScanNews['kind']> = new Set<ScanNews['kind']>(['refused', 'failed', 'nothing-to-undo'])

export const isBadNews = ({ kind }: ScanNews): boolean => bad.has(kind)

/** Tick, octagon, or the ring of what is still to come. */
export const getNewsStatus = (news: ScanNews): StatusKind =>
  isBadNews(news) ? 'error' : news.kind === 'stored' ? 'ready' : 'incomplete'
