import { z } from 'zod'

/** Who may make a call. `door`: only trusted code of ours (a desk's main process, the command line). */
export type Audience = 'page' | 'door'

export interface Call<In extends z.ZodType = z.ZodType, Out = unknown> {
  audience: Audience
  input: In
  /** Only a type; never present at run time. */
  output?: Out
}

export const call = <Out>() => ({
  page: <In extends z.ZodType>(input: In): Call<In, Out> => ({ audience: 'page', input }),
  door: <In extends z.ZodType>(input: In): Call<In, Out> => ({ audience: 'door', input }),
})
