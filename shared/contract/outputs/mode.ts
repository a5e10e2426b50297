import type { ModeMark, ModeVerdict } from '../../domain/mode-desk.ts'
import type { AmazonMode, RoadMode } from '../../domain/shipment.ts'

/** A shipment on the mode desk. */
export interface ModeRow {
  id: number
  fbaId: string
  client: string
  language: 'zh-CN' | 'en'
  fc: string | null
  amazonMode: AmazonMode | null
  roadMode: RoadMode | null
  carrier: string | null
  pro: string | null
  boxes: number
  paired: number
  verdict: ModeVerdict
  /** The oldest first; `value` is the number of `same-number`. */
  marks: { mark: ModeMark; value: string; reason: string; who: string; atMs: number }[]
}
