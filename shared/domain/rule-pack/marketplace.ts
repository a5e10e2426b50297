import { getFcCountry } from './fc-country.ts'

export const euMarketplaces = ['DE', 'FR', 'IT', 'ES', 'NL', 'BE', 'IE', 'PL', 'SE', 'CZ'] as const

/** Where Amazon's rules may differ: countries by their ISO code, but UK as Amazon has it. */
export const marketplaces = [
  ...(['US', 'CA', 'MX', 'BR', 'UK'] as const),
  ...euMarketplaces,
  ...(['JP', 'AU', 'IN', 'SG', 'AE', 'SA', 'EG', 'TR', 'ZA', 'CN', 'VN', 'BD'] as const),
] as const
export type Marketplace = (typeof marketplaces)[number]

/** What client sheets write besides the code. */
const otherNames: Record<string, Marketplace> = {
  GB: 'UK',
  USA: 'US',
  COM: 'US',
  'CO.UK': 'UK',
  'CO.JP': 'JP',
  'COM.MX': 'MX',
  'COM.BR': 'BR',
  'COM.BE': 'BE',
  'COM.AU': 'AU',
  'COM.TR': 'TR',
  美国: 'US',
  加拿大: 'CA',
  墨西哥: 'MX',
  巴西: 'BR',
  英国: 'UK',
  德国: 'DE',
  法国: 'FR',
  意大利: 'IT',
  西班牙: 'ES',
  荷兰: 'NL',
  比利时: 'BE',
  爱尔兰: 'IE',
  波兰: 'PL',
  瑞典: 'SE',
  日本: 'JP',
  澳大利亚: 'AU',
  澳洲: 'AU',
  印度: 'IN',
  新加坡: 'SG',
  阿联酋: 'AE',
  沙特: 'SA',
  土耳其: 'TR',
}

/** `US`, `Amazon.de`, `美国站`; null for what names no one country (`EU`, `北美`). */
export function parseMarketplace(text: string): Marketplace | null {
  if (text === '') return null
  const name = text
    .trim()
    .toUpperCase()
    .replace(/^(?:WWW\.)?AMAZON\.|^亚马逊|站$/g, '')
    .trim()
  return marketplaces.find((code) => code === name) ?? otherNames[name] ?? null
}

/** The account's own, else the country of the FC; null where neither says. */
export const getMarketplace = (ofAccount: string, fc: string | null): Marketplace | null =>
  parseMarketplace(ofAccount) ?? (fc === null ? null : getFcCountry(fc))
