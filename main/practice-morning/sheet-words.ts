import type { SheetShipment } from './client-sheet.ts'

/** How Chinese clients write Amazon's mode and the road's in one cell. */
export const zhModes: Readonly<Record<SheetShipment['mode'], string>> = {
  LTL: 'LTL卡派',
  FTL: 'FTL整车',
  SPD: 'SPD快递',
  'LTL partnered': 'LTL合作承运',
  '': '',
}

export const zhGoods = ['收纳盒', '露营灯', '硅胶锅垫', '宠物牵引绳', '瑜伽带', '桌面支架'] as const
export const enGoods = [
  'storage bin',
  'camping lantern',
  'trivet set',
  'dog leash',
  'yoga strap',
  'desk stand',
] as const

export const pickByPlace = <T>(items: readonly T[], place: number): T => items[place % items.length]!
