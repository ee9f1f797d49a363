import { z } from 'zod'
import { ExportRequest, NewExport } from './exports.ts'
import { Code } from './terms.ts'

/** The person's own copy is no dossier. */
const DossierScope = z.enum(['share-investigators', 'share-ngo'])

/** `GET /api/v1/networks/{network}/dossier`. */
export const DossierState = z
  .object({
    rule: z.object({
      twoPersons: z.boolean(),
      onlySealed: z.boolean(),
      recipients: z.array(z.string()).optional(),
    }),
    /**
     * How many of the cases that the caller sees would be named now, and of how many it would tell a number
     * alone. Counted in the cases; who is or may be under 18 is in neither.
     */
    scopes: z.array(z.object({ scope: DossierScope, named: z.int(), unnamed: z.int() })),
    mayAsk: z.boolean(),
    /** The newest, where the caller sees every case of it. `cases`: those that it is for. */
    request: ExportRequest.extend({ scope: DossierScope, cases: z.array(Code) })
      .meta({ id: 'DossierRequest' })
      .optional(),
  })
  .meta({ id: 'DossierState' })

export const NewDossier = NewExport.extend({ scope: DossierScope.default('share-investigators') })

export const DossierAsked = z.object({ key: z.string(), seq: z.int() }).meta({ id: 'DossierAsked' })

export type DossierState = z.infer<typeof DossierState>
export type DossierAsked = z.infer<typeof DossierAsked>
