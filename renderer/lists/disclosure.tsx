import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import './disclosure.css'

interface DisclosureProps {
  title: ReactNode
  /** In words and numbers; stands at the right. */
  count: string
  /** A second line under the title. */
  note?: string | undefined
  /** The details; without them there is nothing to open. */
  children?: ReactNode
  /** Whether it is open at first. */
  isOpen?: boolean | undefined
}

/** One line of a summary that opens to its details. */
export function Disclosure({ title, count, note, children, isOpen }: DisclosureProps) {
  const line = (
    <>
      <span className="disclosure-title">{title}</span>
      <span className="disclosure-count">{count}</span>
      {note !== undefined && note !== '' && <span className="disclosure-note">{note}</span>}
    </>
  )
  if (children === undefined) return <div className="disclosure disclosure-line">{line}</div>
  return (
    <details className="disclosure" open={isOpen}>
      <summary className="disclosure-line">
        <ChevronRight aria-hidden />
        {line}
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  )
}
