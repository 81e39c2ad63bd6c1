// One address of the API as its documentation needs it: the evaluation is one; other features bring theirs.
import type { z } from 'zod'

export type ApiPart = {
  readonly path: string
  readonly operationId: string
  /** The heading it stands under, in tools and on the page. */
  readonly tag: string
  readonly summary: string
  readonly description: string
  readonly largestKb: number
  /** Schemas by the name that the documentation gives them; `request` and `answer` name two of them. */
  readonly schemas: Readonly<Record<string, z.ZodType>>
  readonly request: string
  readonly answer: string
  readonly answered: string
  readonly examples: Readonly<Record<string, { readonly summary: string; readonly request: unknown; readonly answer: unknown }>>
  readonly wrong: { readonly summary: string; readonly request: unknown; readonly errors: readonly unknown[] }
}
