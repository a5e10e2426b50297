import './before-after.css'

interface BeforeAfterProps {
  before: string
  after: string
}

/** A change not yet made: the old value struck through, then the new one. */
export function BeforeAfter({ before, after }: BeforeAfterProps) {
  return (
    <span className="ui-before-after">
      {before !== '' && <del>{before}</del>}
      <ins>{after}</ins>
    </span>
  )
}
