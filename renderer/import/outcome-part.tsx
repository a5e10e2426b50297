import type { ReactNode } from 'react'
import { ChevronRight } from 'lucide-react'

interface OutcomePartProps {
  title: ReactNode
  /** In words and numbers; stands at the right. */
  count: string
  /** Nothing behind it to open. */
  children?: ReactNode
  isOpen?: boolean | undefined
}

/** One line of what an import will do; opens to the details. */
export function OutcomePart({ title, count, children, isOpen }: OutcomePartProps) {
  if (children === undefined)
    return (
      <div className="import-part import-part-line">
        <span className="import-part-title">{title}</span>
        <span className="import-part-count">{count}</span>
      </div>
    )
  return (
    <details className="import-part" open={isOpen}>
      <summary className="import-part-line">
        <ChevronRight aria-hidden />
        <span className="import-part-title">{title}</span>
        <span className="import-part-count">{count}</span>
      </summary>
      <div className="import-part-body">{children}</div>
    </details>
  )
}
