import { encodeCode128 } from '../../shared/domain/scan/code-128.ts'

const quietModules = 10
const heightModules = 40
/** Whole pixels, so that a scanner reads the code off the screen too. */
const pixelsPerModule = 2

/** A barcode drawn in modules; on paper it is as sharp as the printer. */
export function Code128Bars({ text }: { text: string }) {
  const { bars, width } = encodeCode128(text)
  const wholeWidth = width + 2 * quietModules
  return (
    <svg
      className="code-128"
      width={wholeWidth * pixelsPerModule}
      height={heightModules * pixelsPerModule}
      viewBox={`${-quietModules} 0 ${wholeWidth} ${heightModules}`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      aria-hidden
    >
      {bars.map(({ at, width: modules }) => (
        <rect key={at} x={at} y={0} width={modules} height={heightModules} />
      ))}
    </svg>
  )
}
