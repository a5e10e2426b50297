import { expect, test } from 'vitest'
import { getFcCountry } from '../../../shared/domain/rule-pack/fc-country.ts'
import { getMarketplace, parseMarketplace } from '../../../shared/domain/rule-pack/marketplace.ts'

test.each([
  ['US', 'US'],
  ['us', 'US'],
  ['Amazon.com', 'US'],
  ['www.amazon.de', 'DE'],
  ['amazon.co.uk', 'UK'],
  ['GB', 'UK'],
  ['美国', 'US'],
  ['日本站', 'JP'],
  ['亚马逊加拿大站', 'CA'],
])('%s is the marketplace %s', (text, marketplace) => {
  expect(parseMarketplace(text)).toBe(marketplace)
})

test.each(['', 'EU', '北美', 'Europe', 'ONT8'])('“%s” names no one country', (text) => {
  expect(parseMarketplace(text)).toBeNull()
})

test.each([
  ['ONT8', 'US'],
  ['IUSA', 'US'],
  ['MAG', 'US'],
  ['MDWX', 'US'],
  ['LTN4', 'UK'],
  ['YYZ1', 'CA'],
  ['DTM2', 'DE'],
  ['KTW1', 'PL'],
  ['NRT1', 'JP'],
])('%s stands in %s', (fc, country) => {
  expect(getFcCountry(fc)).toBe(country)
})

test('a code that is not on the list has no country, whatever its neighbours have', () => {
  expect(getFcCountry('ONT1')).toBeNull()
  expect(getFcCountry('ONT')).toBeNull()
})

test('the account says more than the FC, the FC more than nothing', () => {
  expect(getMarketplace('CA', 'ONT8')).toBe('CA')
  expect(getMarketplace('', 'ONT8')).toBe('US')
  expect(getMarketplace('北美', 'ONT8')).toBe('US')
  expect(getMarketplace('', 'ZZZ9')).toBeNull()
  expect(getMarketplace('', null)).toBeNull()
})
