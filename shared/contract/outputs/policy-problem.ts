import type { ReadinessReason } from '../../domain/readiness.ts'
import type { RulePackProblem } from '../../domain/rule-pack/check-rule-pack.ts'

export type PolicyProblem =
  /** Changing its level would let go out what is wrong in any case. */
  | { kind: 'rule-fixed'; rule: ReadinessReason }
  | { kind: 'rule-uncertain'; rule: ReadinessReason }
  | { kind: 'rule-pack-unreadable'; issues: string[] }
  | { kind: 'rule-pack-refused'; packId: string; problems: RulePackProblem[] }
  | { kind: 'never-let-through'; rule: ReadinessReason }
  | { kind: 'nothing-to-let-through'; rule: ReadinessReason }
