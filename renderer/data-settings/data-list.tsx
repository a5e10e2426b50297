import type { ReactNode } from 'react'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { useT } from '../i18n.ts'
import { describeProblem } from '../../shared/words/describe-problem.ts'
import { Toolbar } from '../ui/toolbar.tsx'

interface DataListProps {
  /** One line on what the list is for or how to work in it, or what chooses the list. */
  note?: ReactNode
  /** Commands at the right end. */
  commands: ReactNode
  problem: CallProblem | null
  children: ReactNode
  /** The form beside the list, while it is open. */
  sheet?: ReactNode
}

/** A list of the data, its commands above it and its form at the right. */
export function DataList({ note, commands, problem, children, sheet }: DataListProps) {
  const t = useT()
  return (
    <div className="data-part">
      <div className="data-list">
        <Toolbar end={commands}>
          <div className="data-note">{note}</div>
        </Toolbar>
        {problem && <p className="data-form-problem">{describeProblem(problem, t)}</p>}
        <div className="data-grid">{children}</div>
      </div>
      {sheet}
    </div>
  )
}
