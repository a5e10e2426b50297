import { cleanText } from './cell-text.ts'
import type { AmazonMode, Programme, RoadMode } from '../shipment.ts'

export interface DeliveryMode {
  amazonMode?: AmazonMode
  roadMode?: RoadMode
  programme?: Programme
}

const word = (pattern: string): string => `(?<![A-Z])(?:${pattern})(?![A-Z])`
const spd = new RegExp(String.raw`小包裹|${word(String.raw`SPD|SMALL[ _-]?PARCEL`)}`)
const ltl = new RegExp(`零担|${word('LTL|LESS[ _-]THAN[ _-](?:TRUCK ?LOAD|FULL)')}`)
const ftl = new RegExp(`整车|${word('FTL|FULL[ _-]TRUCK ?LOAD')}`)
const truck = new RegExp(`卡派|卡车|海卡|空卡|铁卡|卡航|整柜直送|${word('TRUCK|TRUCKING|TRUCKS')}`)
const parcel = new RegExp(
  `快递|海派|空派|${word('UPS|FEDEX|USPS|DHL|DPD|GLS|ONTRAC|PARCEL|EXPRESS|COURIER')}`,
)
const partnered = new RegExp(`合作承运|${word('PARTNERED|PCP')}`)
const notPartnered = new RegExp(`非(?:亚马逊)?合作|${word('NON[ _-]?PARTNERED|OWN CARRIER')}`)
const agl = new RegExp(`亚马逊全球物流|${word('AGL|AMAZON GLOBAL LOGISTICS')}`)
const collected = new RegExp(`自提|${word('SELF|TRUCK_SELF|PICK ?UP')}`)

/**
 * Amazon's mode, the road's mode and the programme as one cell names them (`LTL卡派`, `SPD 快递`). Null when the words
 * are not known, name two modes at once, or say that the client collects.
 */
export function parseDeliveryMode(text: string): DeliveryMode | null {
  const upper = cleanText(text).text.toUpperCase()
  if (collected.test(upper)) return null
  const programme = parseProgramme(upper)
  const amazonModes: AmazonMode[] = []
  if (spd.test(upper)) amazonModes.push('SPD')
  if (ltl.test(upper)) amazonModes.push('LTL')
  if (ftl.test(upper)) amazonModes.push('FTL')
  const roadModes: RoadMode[] = []
  const roadWords = upper.replace(spd, ' ').replace(ltl, ' ').replace(ftl, ' ')
  if (truck.test(roadWords)) roadModes.push('truck')
  if (parcel.test(roadWords)) roadModes.push('parcel')
  if (amazonModes.length > 1 || roadModes.length > 1) return null
  if (amazonModes.length + roadModes.length === 0 && !programme) return null
  return {
    ...(amazonModes[0] && { amazonMode: amazonModes[0] }),
    ...(roadModes[0] && { roadMode: roadModes[0] }),
    ...(programme && { programme }),
  }
}

/** Who moves it, where a mode's or carrier's words say so. */
export function parseProgramme(text: string): Programme | null {
  const upper = cleanText(text).text.toUpperCase()
  if (notPartnered.test(upper)) return 'own'
  if (agl.test(upper)) return 'agl'
  return partnered.test(upper) ? 'partnered' : null
}
