// What we keep of the company register's answers.
import { z } from 'zod'

const shared = {
  siren: z.string(),
  /** Null when the register hides it. */
  name: z.string().nullable(),
  /** Official code of the commune, when our list knows it. For a legal unit: that of its head office, like the postcode. */
  inseeCode: z.string().nullable(),
  communeName: z.string().nullable(),
  postcode: z.string().nullable(),
  state: z.enum(['open', 'closed']),
  /** Day of closing, `2024-08-31`; null when open, or not said. */
  closedOn: z.string().nullable(),
  /** Is the legal unit a public body, judging by its legal form? Null when the register does not say. */
  isPublic: z.boolean().nullable(),
}

export const establishmentFacts = z.object({ ...shared, siret: z.string(), legalUnitName: z.string().nullable() })
export const legalUnitFacts = z.object(shared)

/** A place of a legal unit, under its SIRET. `name` is its sign while it is open, else the name of the legal unit. */
export type Establishment = Readonly<z.infer<typeof establishmentFacts>>
/** Who owns the places: a commune, a hospital, a company, an association. */
export type LegalUnit = Readonly<z.infer<typeof legalUnitFacts>>
