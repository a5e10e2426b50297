interface LiveRegionProps {
  /** Said when the reader is free: results of a batch. */
  polite: string
  /** Said at once: a wrong scan. */
  assertive: string
}

/** Says messages aloud. Keep one in the page from the start; only text that changes is spoken. */
export function LiveRegion({ polite, assertive }: LiveRegionProps) {
  return (
    <div className="ui-visually-hidden">
      <div role="status">{polite}</div>
      <div role="alert">{assertive}</div>
    </div>
  )
}
