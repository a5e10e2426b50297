import { SlidersHorizontal } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { PolicyRuleView } from '../../shared/contract/outputs.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import {
  describeDates,
  describeLevel,
  describeMarketplaces,
  describeReason,
  describeReasonFix,
} from '../../shared/words/describe-rule.ts'
import type { GridColumn } from '../grid/grid-types.ts'
import { useT } from '../i18n.ts'
import { ListGrid } from '../lists/list-grid.tsx'
import { useAnswer } from '../lists/use-answer.ts'
import { Button } from '../ui/button.tsx'
import { LevelMark } from '../ui/level-mark.tsx'
import { DataList } from './data-list.tsx'
import { PolicyForm } from './policy-form.tsx'

const noRules: readonly PolicyRuleView[] = []

const getKey = ({ id, effectiveFrom, marketplaces }: PolicyRuleView): string =>
  [id, effectiveFrom, marketplaces].flat().join(' ')

/** Amazon's rules and the desk's own, with dates, source and level; Enter changes a level. */
export function PolicyPart() {
  const t = useT()
  const { value, problem } = useAnswer('policy.rules', {})
  const [editing, setEditing] = useState<PolicyRuleView | null>(null)
  const [currentKey, setCurrentKey] = useState('')
  const columns = useMemo(() => getColumns(t), [t])
  const rules = value?.rules ?? noRules
  const current = rules.find((rule) => getKey(rule) === currentKey) ?? rules[0]
  return (
    <DataList
      note={value ? t('rules.list.note', { pack: value.packId, day: value.day }) : undefined}
      commands={
        <Button
          icon={<SlidersHorizontal aria-hidden />}
          isDisabled={!current}
          onPress={() => setEditing(current ?? null)}
        >
          {t('rules.list.change')}
        </Button>
      }
      problem={problem}
      sheet={editing && <PolicyForm key={getKey(editing)} rule={editing} onClose={() => setEditing(null)} />}
    >
      <ListGrid
        name="policy"
        label={t('data.section.policy')}
        columns={columns}
        rows={rules}
        getRowKey={getKey}
        onRow={(rule) => setCurrentKey(getKey(rule))}
        onOpen={(rule) => {
          setEditing(rule)
          return true
        }}
      />
    </DataList>
  )
}

function getColumns(t: Translate): GridColumn<PolicyRuleView>[] {
  return [
    {
      id: 'words',
      title: t('rules.list.rule'),
      width: 260,
      isFrozen: true,
      getText: ({ id }) => describeReason(id, t),
      getTitle: ({ id }) => `${id}\n${describeReasonFix(id, t)}`,
    },
    {
      id: 'level',
      title: t('rules.list.level'),
      width: 140,
      getText: ({ level }) => describeLevel(level, t),
      getTitle: ({ change }) => (change ? t('rules.changed', change) : undefined),
      render: ({ level, change, isFixed }) => (
        <span className="data-flag">
          <LevelMark level={level} label={describeLevel(level, t)} />
          {change && <span className="data-note">{t('rules.list.isChanged')}</span>}
          {isFixed && <span className="data-note">{t('rules.list.isFixed')}</span>}
        </span>
      ),
    },
    {
      id: 'marketplaces',
      title: t('rules.list.marketplaces'),
      width: 150,
      getText: (rule) => describeMarketplaces(rule, t),
      getTitle: (rule) => describeMarketplaces(rule, t),
    },
    {
      id: 'dates',
      title: t('rules.list.dates'),
      width: 190,
      getText: (rule) => describeDates(rule, t),
      render: (rule) => (
        <span className={rule.isInForce ? undefined : 'data-note'}>{describeDates(rule, t)}</span>
      ),
    },
    {
      id: 'confidence',
      title: t('rules.list.confidence'),
      width: 150,
      getText: ({ source, confidence }) =>
        source === null ? t('rules.own') : t(`rules.confidence.${confidence}`),
    },
    {
      id: 'source',
      title: t('rules.list.source'),
      width: 420,
      getText: ({ source }) => source ?? '',
      getTitle: ({ source }) => source ?? undefined,
    },
    {
      id: 'change',
      title: t('rules.list.changed'),
      width: 220,
      getText: ({ change }) => (change ? t('rules.changed', change) : ''),
      getTitle: ({ change }) => (change ? t('rules.changed', change) : undefined),
    },
    { id: 'id', title: t('rules.list.id'), width: 200, isMono: true, getText: ({ id }) => id },
  ]
}
