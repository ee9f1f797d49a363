import { z } from 'zod'

/** A setting that is an address on the web; `such` is shown to whoever set another thing. */
export const address = (name: string, such = 'https://amin.example.org'): z.ZodType<string> =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
      `${name} must be an address such as ${such}`,
    )
