export const loadWords = {
  refused: {
    'load-unknown': '没有车次{{name}}。请看车次列表里的编号。',
    'vehicle-unknown': '这个承运人没有在用的车辆{{name}}。请在资料与设置里添加，或另选一辆。',
    'driver-unknown': '这个承运人没有在用的司机{{name}}。请在资料与设置里添加，或另选一位。',
    'load-reason-missing': '有车次超载，或车辆、司机同时在两处；没有保存。请写明原因，或改回默认的处理方式。',
    'load-at-once': {
      vehicle: '车辆{{name}}那时在车次{{number}}上；没有保存。另选一辆、改时间，或写明原因。',
      driver: '司机{{name}}那时在车次{{number}}上；没有保存。另选一位、改时间，或写明原因。',
    },
    'load-card-expired': '司机{{name}}的证件{{until}}到期；没有保存。另选一位，或更新证件日期。',
    'trip-order': '出车和回车时间要么都填，要么都空，出车在前；没有保存。',
  },
  cardExpired: '{{until}}，已到期',
  problem: {
    'over-caps': '超过限额',
    'vehicle-at-once': '车辆与{{number}}重叠',
    'driver-at-once': '司机与{{number}}重叠',
    'other-fc': '仓库不同：{{fbaIds}}',
    'other-carrier': '承运人不同：{{fbaIds}}',
    'other-appointment': '预约不同：{{fbaIds}}',
    'id-not-valid': '货件号失效或未核实：{{fbaIds}}',
    'carrier-card-expired': '承运人证件{{until}}到期',
    'driver-card-expired': '司机证件{{until}}到期',
    letThrough: '{{problem}}（已放行：{{reason}}）',
    more: '{{fbaIds}}等{{count}}票',
  },
} as const
