import { encodeCode128 } from '../../shared/domain/scan/code-128.ts'

const quietModules = 10
const heightModules = 40

/** A barcode drawn in modules; it is as sharp as the printer. */
export function Code128Bars({ text }: { text: string }) {
  const { bars, width } = encodeCode128(text)
  return (
    <svg
      className="code-128"
      viewBox={`${-quietModules} 0 ${width + 2 * quietModules} ${heightModules}`}
      shapeRendering="crispEdges"
      aria-hidden
    >
      {bars.map(({ at, width: modules }) => (
        <rect key={at} x={at} y={0} width={modules} height={heightModules} />
      ))}
    </svg>
  )
}
