export const exportWords = {
  template: {
    'not-that-layout': '{{fbaId}}的跟踪表不是亚马逊的格式。请在卖家平台重新下载这一票的表，再导入。',
    'not-that-layout-at':
      '{{fbaId}}的跟踪表在{{cell}}处不是亚马逊的格式。请在卖家平台重新下载这一票的表，再导入。',
    'shipment-differs': '跟踪表属于{{found}}，不是{{expected}}。请导入{{expected}}自己的表。',
    'duplicate-box':
      '{{fbaId}}的跟踪表里，箱号{{boxId}}出现在{{cells}}。请在卖家平台重新下载这一票的表，再导入。',
    'boxes-differ':
      '{{fbaId}}的跟踪表与箱单对不上：表里没有{{notInTemplate}}，箱单没有{{notInBatch}}。请向客户要新的表或箱单。',
  },
  publish: {
    'disk-full': '{{path}}所在的磁盘已满，没有导出任何内容。请腾出空间，再按F9。',
    locked: '{{path}}正被另一个程序打开，没有导出任何内容。请先关闭它，再按F9。',
    'target-exists': '{{path}}已经存在，没有覆盖它。请换一个文件夹，或先改它的名字。',
    'not-a-folder': '{{path}}不是文件夹，没有导出任何内容。请选择另一个文件夹。',
    unwritable: '{{path}}不能写入（系统代码{{code}}），没有导出任何内容。请选择另一个文件夹。',
    'not-as-written': '{{path}}写完后读回来不一致，整包已撤回。请检查磁盘，再按F9。',
    cancelled: '导出已取消，{{path}}里没有留下任何文件。需要时再按F9。',
  },
} as const
