export const shipmentProblemWords = {
  refusal: {
    characters:
      '{{field}} "{{value}}" has characters that are not allowed; it was not stored. Use letters, digits and dashes.',
    length: '{{field}} "{{value}}" has the wrong length; it was not stored. Type it again from the original.',
    'not-a-number': '{{field}} "{{value}}" is not a number; it was not stored. Type a number.',
    'unknown-word': '{{field}} does not know "{{value}}"; it was not stored. Choose from the list (Alt+↓).',
    'used-elsewhere':
      '{{field}} "{{value}}" stands on another shipment or box; it was not stored. Search for it and clear it there first.',
    'used-by':
      '{{field}} "{{value}}" stands on {{owner}}; it was not stored. Clear it there, then enter it here.',
    'other-shipment':
      '{{field}} "{{value}}" belongs to another shipment; it was not stored. Check the box label.',
    'issued-before': '{{field}} "{{value}}" was issued before; it was not stored. Take the next number.',
    'scientific-notation':
      '{{field}} "{{value}}" is in scientific notation and has lost its last digits; it was not stored. Type the whole number from the original.',
    'not-a-day':
      '{{field}} "{{value}}" is not one clear day; it was not stored. Type 2026-11-27, 11-27 or 27.',
    'not-a-moment':
      '{{field}} "{{value}}" is not one clear day and time; it was not stored. Type 2026-11-27 14:30 or 27 14:30.',
    'in-the-future': '{{field}} {{value}} is yet to come; nothing was stored. Use today or an earlier day.',
  },
  conflict: {
    'carrier-kept': 'Has another carrier',
    'pro-kept': 'Has a PRO number',
    'pro-used': 'PRO number used before',
    'carrier-not-found': 'No carrier for this mode on file',
    'carrier-ambiguous': 'Several carriers fit; name one',
    'mode-unknown': 'Mode unknown',
    'carrier-inactive': 'Carrier not in use',
    'carrier-against-mode': 'Carrier does not fit the mode',
    'parcel-takes-no-pro': 'Parcels take no PRO number',
    'boxes-have-numbers': 'LTL or FTL, but the boxes have numbers',
    'no-block': 'The carrier has no number block',
    'block-runs-out': 'The block runs out',
    'pro-not-shared': 'Carrier gives each shipment its own PRO number',
    'carrier-card-expired': "The carrier's card has expired",
    'load-kept': 'Is on another load',
    'load-needs-fc': 'No FC, so no load',
    'load-id-not-valid': 'ID dead or not verified; it cannot be booked',
    'load-too-big': 'More than a whole truck takes',
    'load-over': 'More than one truck takes',
    'load-fc-differs': "Another FC than the load's",
    'load-carrier-differs': "Another carrier than the load's",
    'load-appointment-differs': "Another appointment than the load's",
    'vehicle-overlaps': 'Vehicle is on another load then',
    'driver-overlaps': 'Driver is on another load then',
    'driver-card-expired': "The driver's card has expired",
    'appointment-past': 'Appointment lies in the past',
    'appointment-before-eta': 'Appointment before the ETA',
    exempt: 'Exempt (Amazon partnered carrier)',
    ended: 'Delivered or closed',
    exported: 'Exported already',
  },
} as const
