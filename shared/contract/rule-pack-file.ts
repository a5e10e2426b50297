import { z } from 'zod'
import { readinessReasons } from '../domain/readiness.ts'
import { marketplaces } from '../domain/rule-pack/marketplace.ts'
import { confidences, ruleLevels, type RulePack } from '../domain/rule-pack/rule.ts'
import { fail, ok, type Result } from '../result.ts'

const day = z.string().max(20).nullable()

const packFile = z
  .object({
    id: z.string().regex(/^[0-9A-Za-z.-]{1,60}$/),
    rules: z
      .array(
        z
          .object({
            id: z.enum(readinessReasons),
            marketplaces: z.union([z.literal('all'), z.array(z.enum(marketplaces)).min(1)]),
            effectiveFrom: day,
            effectiveTo: day,
            isForNewShipments: z.boolean().default(false),
            level: z.enum(ruleLevels),
            source: z.string().max(500).nullable(),
            confidence: z.enum(confidences),
            limits: z.record(z.string().max(40), z.number()).default({}),
          })
          .strict(),
      )
      .min(1)
      .max(1_000),
  })
  .strict()

/** Reads a pack file; its dates are checked apart. The issues name places in the file. */
export function parseRulePack(text: string): Result<RulePack, string[]> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return fail([String(error)])
  }
  const parsed = packFile.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  return fail(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
}
