/**
 * Traditional characters of the headings in the dictionary, each before its simplified form. No general conversion:
 * values are never folded. Source: Unihan kSimplifiedVariant, read November 2026.
 */
const pairs =
  '個个亞亚產产倉仓價价體体淨净凈净務务單单發发臺台號号嘜唛國国備备頭头實实寬宽庫库應应開开總总戶户報报攔拦掛挂換换' +
  '數数時时暫暂機机標标碼码稱称積积簽签籤签簡简類类線线綫线編编裝装計计訂订詢询貨货質质購购費费蹤踪車车轉转載载輸输' +
  '達达運运進进連连遞递郵邮採采鋪铺舖铺長长間间際际預预馬马參参內内寫写關关態态擴扩櫃柜點点狀状細细遜逊託托約约註注' +
  '盤盘'

const simplified: ReadonlyMap<string, string> = new Map(
  pairs.match(/../gu)!.map((pair) => [pair[0]!, pair[1]!]),
)
const everyTraditional = new RegExp(`[${[...simplified.keys()].join('')}]`, 'g')

/** So that 貨件編號 and 货件编号 are one heading. */
export const foldTraditional = (heading: string): string =>
  heading.replace(everyTraditional, (character) => simplified.get(character)!)
