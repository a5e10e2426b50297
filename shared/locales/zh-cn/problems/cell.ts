export const cellWords = {
  level: {
    block: '没有采用',
    warn: '请核对',
    notice: '已处理',
  },
  cell: {
    'scientific-notation': {
      cause: '号码变成了科学计数法，后面的位数已丢',
      next: '向客户要文本格式的原号；这一格先留空',
    },
    'too-many-digits': {
      cause: '数字超过15位，Excel已把后面的位数改成0',
      next: '向客户要文本格式的原号；这一格先留空',
    },
    'trailing-decimal': { cause: '号码末尾多了“.0”', next: '向客户核对原号，改成文本后重发；这一格先留空' },
    'zeroed-tail': { cause: '末尾几位都是0，像被Excel截断过', next: '向客户核对这个号的末几位' },
    'leading-zero-lost': { cause: '单元格是数字，开头的0可能丢了', next: '核对位数；少了就在开头补0' },
    'numeric-id': { cause: '号码存成了数字', next: '已按原数字导入；核对位数即可' },
    'several-values': { cause: '一格里有几个号码', next: '请客户一格只写一个；这一格先留空' },
    'bad-characters': { cause: '含有号码里不会有的字符', next: '对照原件改正后重新导入；这一格先留空' },
    'look-alike-letters': {
      cause: '夹有外形像拉丁字母的其他字母',
      next: '对照箱标重新输入；这一格先留空',
    },
    'error-value': { cause: '单元格是Excel的错误值', next: '请客户修好公式后重发；这一格先留空' },
    'looks-like-date': { cause: '号码被Excel改成了日期', next: '请客户把这一列设成文本后重发；这一格先留空' },
    'not-an-fba-id': {
      cause: '不是FBA货件号（FBA开头，共12位）',
      next: '向客户要正确的货件号；这一行先不导入',
    },
    'one-character-missing': {
      cause: 'FBA货件号少1位（应为12位）',
      next: '向客户要完整的货件号；这一行先不导入',
    },
    'not-amazon': {
      cause: '不是亚马逊的货件号（WFA是Walmart，IBR是TikTok）',
      next: '这一行不导入；按该平台的办法另外处理',
    },
    'not-a-box-id': {
      cause: '不是箱号（货件号加U加6位数字）',
      next: '对照箱标核对；这一行的箱号先不导入',
    },
    'bad-box-range': {
      cause: '连号箱号读不明白',
      next: '请客户把每个箱号单独写一行；这一行先不导入',
    },
    'range-count-differs': {
      cause: '连号的箱数与这一行的箱数不一致',
      next: '问清以连号还是以箱数为准；这一行先不导入',
    },
    'box-of-another-shipment': {
      cause: '箱号属于另一票货件',
      next: '核对这一行的货件号和箱号；这一箱先不导入',
    },
    'not-a-tracking-id': { cause: '不像跟踪号', next: '核对是否贴错了列；这一格先留空' },
    'duplicate-box-id': { cause: '同一个箱号出现两次', next: '核对哪一行是对的；只采用第一行' },
    'duplicate-tracking-id': { cause: '同一个跟踪号写在几箱上', next: '向承运人要每箱一个的清单' },
    'conflicting-values': { cause: '同一票货件的几行写得不一样', next: '核对后在货件里改；采用了第一行的值' },
    'box-count-differs': { cause: '写明的箱数与列出的箱子不一致', next: '向客户要完整的箱单' },
    'unknown-mode': { cause: '认不出运输方式', next: '在货件里选SPD、LTL或FTL；这一格先留空' },
    'unknown-fc': { cause: '认不出仓库代码', next: '核对仓库代码（例如ONT8）' },
    'bad-number': { cause: '应该是数字，却不是', next: '在货件里填写；这一格先留空' },
    'no-shipment-for-row': { cause: '这一行没有货件号', next: '在表里补上货件号后重新导入；这一行先不导入' },
    cleaned: { cause: '去掉了空格、全角或看不见的字符', next: '不用处理' },
    'totals-row': { cause: '合计行，没有当作货件', next: '不用处理' },
    'over-long': { cause: '比允许的长', next: '核对是否贴错了列；这一格先留空' },
    'ambiguous-date': {
      cause: '看不出是哪一天（月和日可能颠倒）',
      next: '请客户写成2026-11-27，或在货件里填写；原文保留在附加列',
    },
    'impossible-date': { cause: '没有这一天', next: '问清日期，或在货件里填写；原文保留在附加列' },
    'date-without-year': {
      cause: '日期没有写年份',
      next: '请客户写成2026-11-27，或在货件里填写；原文保留在附加列',
    },
    'day-without-time': {
      cause: '预约只有日期，没有时间',
      next: '问清几点，或在货件里填写（2026-11-27 14:30）；原文保留在附加列',
    },
    'unreadable-date': {
      cause: '读不出是哪一天',
      next: '请客户写成2026-11-27，或在货件里填写；原文保留在附加列',
    },
  },
  column: {
    'heading-and-contents': '表头和内容都相符（{{passed}}/{{of}}）',
    'heading-only': '表头像，但没有内容可核对',
    'contents-unchecked': '表头像；这类内容不核对',
    'contents-only': '内容像（{{passed}}/{{of}}），但不认得这个表头',
    'contents-disagree': '表头像，但内容只有{{passed}}/{{of}}相符',
    'two-meanings': '这个表头也可能是“{{other}}”',
    remembered: '这个客户以前就是这样用的',
    'known-elsewhere': '{{client}}的同样版式里是这样用的',
    taught: '已教给所有客户',
    chosen: '已由你选定',
    'no-match': '没有对应的字段，原样保留',
  },
} as const
