export const loadWords = {
  refused: {
    'load-unknown': 'There is no load {{name}}. See the list of loads for its number.',
    'vehicle-unknown':
      "{{name}} is none of this carrier's vehicles in use. Add it under Data & settings, or choose another.",
    'driver-unknown':
      "{{name}} is none of this carrier's drivers in use. Add them under Data & settings, or choose another.",
    'load-reason-missing':
      'A load goes over its caps, or a vehicle or driver is in two places at once; nothing was stored. Give a reason, or go back to the usual choice.',
    'load-at-once': {
      vehicle:
        'Vehicle {{name}} is on load {{number}} then; nothing was stored. Choose another, change the times, or give a reason.',
      driver:
        'Driver {{name}} is on load {{number}} then; nothing was stored. Choose another, change the times, or give a reason.',
    },
    'load-card-expired':
      "Driver {{name}}'s card ran out on {{until}}; nothing was stored. Choose another, or renew the date.",
    'trip-order': 'Give both times or neither, leaving before being back; nothing was stored.',
  },
  cardExpired: '{{until}}, run out',
  problem: {
    'over-caps': 'Over its caps',
    'vehicle-at-once': 'Vehicle is on {{number}} too',
    'driver-at-once': 'Driver is on {{number}} too',
    'other-fc': 'Another FC: {{fbaIds}}',
    'other-carrier': 'Another carrier: {{fbaIds}}',
    'other-appointment': 'Another appointment: {{fbaIds}}',
    'id-not-valid': 'ID dead or not verified: {{fbaIds}}',
    'carrier-card-expired': "Carrier's card ran out on {{until}}",
    'driver-card-expired': "Driver's card ran out on {{until}}",
    letThrough: '{{problem}} (let through: {{reason}})',
    more: '{{fbaIds}} and others, {{count}} in all',
  },
} as const
