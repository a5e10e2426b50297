import { Undo2 } from 'lucide-react'
import type { CellProblem } from '../../shared/domain/sheet/imported-shipment.ts'
import { useFormats, useT } from '../i18n.ts'
import { Disclosure } from '../lists/disclosure.tsx'
import { describeCellProblem } from '../../shared/words/describe-problem.ts'
import { getChordText } from '../shell/key-map.ts'
import { isMac } from '../shell/use-keyboard.ts'
import { Button } from '../ui/button.tsx'
import { StatusShape } from '../ui/status-shape.tsx'
import { groupProblems, type ProblemGroup } from './problem-groups.ts'

const shapes = { block: 'error', warn: 'incomplete', notice: 'exempt' } as const

/** Places of one kind listed at once; the rest is counted. */
const mostPlaces = 50

interface ProblemListProps {
  problems: readonly CellProblem[]
  /** Problems beyond those given. */
  more: number
  /** Rows to ask the client about; 0 where nothing is to be asked. */
  questions: number
  onReturn: () => void
}

/** What is wrong in a file, one line a kind: what, how often, where, and what to do. */
export function ProblemList({ problems, more, questions, onReturn }: ProblemListProps) {
  const t = useT()
  const { number } = useFormats()
  const groups = groupProblems(problems)
  const count = problems.length + more
  return (
    <section className="import-problems" aria-label={t('import.outcome.problems')}>
      <h3>{t('import.outcome.problems')}</h3>
      <p className="import-notes">
        {count === 0
          ? t('import.outcome.noProblems')
          : t('import.outcome.problemCount', { n: number(count) })}
      </p>
      {questions > 0 && (
        <div className="import-return">
          <Button
            icon={<Undo2 aria-hidden />}
            shortcut={getChordText('returnToClient', isMac())}
            onPress={onReturn}
          >
            {t('import.giveBack.button')}
          </Button>
          <span className="import-notes">{t('import.giveBack.hint', { n: number(questions) })}</span>
        </div>
      )}
      {groups.map((group) => (
        <Group key={`${group.level} ${group.kind}`} group={group} />
      ))}
      {more > 0 && <p className="import-notes">{t('import.outcome.moreProblems', { n: number(more) })}</p>}
    </section>
  )
}

function Group({ group: { kind, level, problems } }: { group: ProblemGroup }) {
  const t = useT()
  const { number } = useFormats()
  const { cause, next } = describeCellProblem({ kind }, t)
  return (
    <Disclosure
      title={
        <>
          <StatusShape status={shapes[level]} />
          <span>
            {cause} <span className="import-level">{t(`problems.level.${level}`)}</span>
          </span>
        </>
      }
      count={number(problems.length)}
      isOpen={level === 'block' && problems.length <= 3}
    >
      <p>{next}</p>
      <ul className="import-lines">
        {problems.slice(0, mostPlaces).map(({ sheet, cell, heading, value }, index) => (
          <li key={`${sheet} ${cell} ${index}`}>
            <span className="import-place">{t('import.outcome.place', { sheet, cell })}</span>
            {heading !== undefined && <span className="import-place-heading">{heading}</span>}
            <span className="ui-mono">{value}</span>
          </li>
        ))}
        {problems.length > mostPlaces && (
          <li>{t('import.outcome.moreProblems', { n: number(problems.length - mostPlaces) })}</li>
        )}
      </ul>
    </Disclosure>
  )
}
