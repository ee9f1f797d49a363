import { z } from 'zod'

const InEach = z.object({ ar: z.string(), ckb: z.string(), en: z.string() })

/** `GET /api/v1/texts`: everything that the bot can say, with arguments made up where a text has some. */
export const BotTexts = z
  .object({
    groups: z.array(
      z.object({
        /** As the catalogue calls it, in English. */
        title: z.string(),
        texts: z.array(z.object({ key: z.string(), arguments: z.array(z.string()), says: InEach })),
      }),
    ),
  })
  .meta({ id: 'BotTexts' })

export type BotTexts = z.infer<typeof BotTexts>
