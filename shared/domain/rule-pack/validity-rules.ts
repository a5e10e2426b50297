import { validityRules as validity } from '../validity-clock.ts'
import { houseRule } from './requirement-rules.ts'
import type { Rule } from './rule.ts'
import { sources } from './rule-sources.ts'

const closure = {
  effectiveFrom: validity.effectiveFrom,
  source: sources.autoClosure,
  confidence: 'secondary',
} as const

/** How long an ID is good, and when somebody has to look whether it is. */
export const validityRules: readonly Rule[] = [
  { ...houseRule('closed-by-clock'), ...closure },
  { ...houseRule('closes-soon', 'warn'), ...closure },
  { ...houseRule('not-found'), source: sources.trackingTool, confidence: 'secondary' },
  { ...houseRule('not-verified', 'warn'), source: sources.truckingSystem, confidence: 'secondary' },
  houseRule('replaced', 'info'),
]
