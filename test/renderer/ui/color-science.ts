/** Colour measures written from their published definitions, to judge the tokens by. */

export type Rgb = readonly [number, number, number]

export const parseHex = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
]

const toLinear = (channel: number): number => {
  const value = channel / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

const linearise = ([r, g, b]: Rgb): Rgb => [toLinear(r), toLinear(g), toLinear(b)]

const multiply = (matrix: readonly Rgb[], [x, y, z]: Rgb): Rgb => {
  const [a, b, c] = matrix.map((row) => row[0] * x + row[1] * y + row[2] * z)
  return [a!, b!, c!]
}

/** WCAG 2.2, "contrast ratio". */
export function getContrast(a: Rgb, b: Rgb): number {
  const [low, high] = [a, b]
    .map(linearise)
    .map(([r, g, bl]) => 0.2126 * r + 0.7152 * g + 0.0722 * bl)
    .toSorted((x, y) => x - y)
  return (high! + 0.05) / (low! + 0.05)
}

/** Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB. */
export const visions: Record<'normal' | 'protan' | 'deutan' | 'tritan', readonly Rgb[]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const toXyz: readonly Rgb[] = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
]
const whiteD65: Rgb = [0.95047, 1, 1.08883]

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

const toLabScale = (value: number): number =>
  value > 216 / 24389 ? Math.cbrt(value) : (24389 / 27) * (value / 116) + 16 / 116

/** CIELAB of an sRGB colour as the given vision sees it. */
export function getLab(rgb: Rgb, vision: readonly Rgb[]): Rgb {
  const [r, g, b] = multiply(vision, linearise(rgb))
  const xyz = multiply(toXyz, [clamp(r), clamp(g), clamp(b)])
  const x = toLabScale(xyz[0] / whiteD65[0])
  const y = toLabScale(xyz[1] / whiteD65[1])
  const z = toLabScale(xyz[2] / whiteD65[2])
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const degrees = (radians: number): number => (radians * 180) / Math.PI
const radians = (angle: number): number => (angle * Math.PI) / 180
const getHue = (a: number, b: number): number =>
  a === 0 && b === 0 ? 0 : (degrees(Math.atan2(b, a)) + 360) % 360

/** CIEDE2000 (Sharma, Wu and Dalal 2005). */
export function getDeltaE00([l1, a1, b1]: Rgb, [l2, a2, b2]: Rgb): number {
  const meanC = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2
  const g = 0.5 * (1 - Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)))
  const [a1p, a2p] = [(1 + g) * a1, (1 + g) * a2]
  const [c1, c2] = [Math.hypot(a1p, b1), Math.hypot(a2p, b2)]
  const [h1, h2] = [getHue(a1p, b1), getHue(a2p, b2)]
  const hueGap = h2 - h1
  const dh = c1 * c2 === 0 ? 0 : hueGap > 180 ? hueGap - 360 : hueGap < -180 ? hueGap + 360 : hueGap
  const dL = l2 - l1
  const dC = c2 - c1
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(radians(dh / 2))
  const meanL = (l1 + l2) / 2
  const meanCp = (c1 + c2) / 2
  const hueSum = h1 + h2
  const meanH =
    c1 * c2 === 0
      ? hueSum
      : Math.abs(h1 - h2) <= 180
        ? hueSum / 2
        : hueSum < 360
          ? (hueSum + 360) / 2
          : (hueSum - 360) / 2
  const t =
    1 -
    0.17 * Math.cos(radians(meanH - 30)) +
    0.24 * Math.cos(radians(2 * meanH)) +
    0.32 * Math.cos(radians(3 * meanH + 6)) -
    0.2 * Math.cos(radians(4 * meanH - 63))
  const sL = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2)
  const sC = 1 + 0.045 * meanCp
  const sH = 1 + 0.015 * meanCp * t
  const rC = 2 * Math.sqrt(meanCp ** 7 / (meanCp ** 7 + 25 ** 7))
  const rT = -Math.sin(radians(60 * Math.exp(-(((meanH - 275) / 25) ** 2)))) * rC
  return Math.sqrt((dL / sL) ** 2 + (dC / sC) ** 2 + (dH / sH) ** 2 + rT * (dC / sC) * (dH / sH))
}
