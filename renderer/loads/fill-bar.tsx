interface FillBarProps {
  sum: number
  cap: number | null
  text: string
}

/** How full it is, as a figure with a thin bar under it; without a cap the figure alone. */
export function FillBar({ sum, cap, text }: FillBarProps) {
  if (cap === null) return text
  return (
    <span className="load-fill" data-over={sum > cap || undefined}>
      {text}
      <span className="load-fill-bar" aria-hidden>
        <span style={{ width: `${Math.min(100, (sum / cap) * 100)}%` }} />
      </span>
    </span>
  )
}
