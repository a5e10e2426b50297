export const validityWords = {
  refused: {
    'not-on-file': '没有旧货件{{fbaId}}，没有移动任何内容。请核对，或先导入它的表。',
    'not-an-fba-id': '“{{fbaId}}”不是FBA货件号（FBA加9位字母或数字），没有移动任何内容。请与客户核对。',
    'same-id': '新旧货件号都是{{fbaId}}，没有移动任何内容。请输入新的货件号。',
    'replaced-before': '{{fbaId}}已被{{by}}替换，没有移动任何内容。箱子现在在{{by}}上，请对它操作。',
    'replaces-another': '{{fbaId}}已经接替了{{other}}，没有移动任何内容。请与客户核对新货件号。',
    'other-client': '{{fbaId}}是{{client}}的货件，没有移动任何内容。请与客户核对新货件号。',
    differs: '{{from}}与{{to}}对不上，没有移动任何内容：{{list}}。请先在表里改好，再试一次。',
  },
  differs: {
    'box-count': '箱数{{before}}对{{after}}',
    carrier: '两边各有承运人',
    value: '{{field}}{{before}}对{{after}}',
    tracking: '第{{position}}箱的跟踪号{{before}}对{{after}}',
    more_one: '还有{{count}}处',
    more_other: '还有{{count}}处',
    between: '；',
  },
  finding: {
    valid: '有效',
    not_found: '查不到',
    dead: '已失效',
  },
  checkpoint: {
    'before-eta': '到港前一周',
    'before-appointment': '预约前一天',
  },
  facet: {
    closed: '已过期',
    urgent: '7天内关闭',
    soon: '14天内关闭',
    verify: '要核实货件号',
    unknown: '期限不明',
  },
} as const
