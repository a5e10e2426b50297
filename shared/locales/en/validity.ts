export const validityWords = {
  refused: {
    'not-on-file':
      'The old ID {{fbaId}} is not on file; nothing was moved. Check it, or import its file first.',
    'not-an-fba-id':
      '"{{fbaId}}" is not an FBA shipment ID (FBA and 9 letters or digits); nothing was moved. Check it with the client.',
    'same-id': 'Old and new ID are both {{fbaId}}; nothing was moved. Enter the new ID.',
    'replaced-before':
      '{{fbaId}} was replaced by {{by}} before; nothing was moved. Re-issue {{by}}, which has its boxes now.',
    'replaces-another':
      '{{fbaId}} has taken the place of {{other}} already; nothing was moved. Check the new ID with the client.',
    'other-client': '{{fbaId}} belongs to {{client}}; nothing was moved. Check the new ID with the client.',
    differs:
      '{{from}} and {{to}} do not agree, nothing was moved: {{list}}. Settle that in the list, then try again.',
  },
  differs: {
    'box-count': '{{before}} boxes against {{after}}',
    carrier: 'each has a carrier of its own',
    value: '{{field}} {{before}} against {{after}}',
    tracking: 'box {{position}} has {{before}} against {{after}}',
    more_one: '{{count}} more',
    more_other: '{{count}} more',
    between: '; ',
  },
  finding: {
    valid: 'valid',
    not_found: 'not found',
    dead: 'dead',
  },
  checkpoint: {
    'before-eta': 'a week before the ETA',
    'before-appointment': 'the day before the appointment',
  },
  facet: {
    closed: 'Closed by now',
    urgent: 'Closes within 7 days',
    soon: 'Closes within 14 days',
    verify: 'Look up the ID',
    unknown: 'Clock not known',
  },
} as const
