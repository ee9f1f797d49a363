import { z } from 'zod'

/** `code`: of the app; `backup`: one of those kept for a lost telephone. */
export const NewProof = z.object({
  password: z.string().min(1).max(200),
  code: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  backup: z.string().trim().min(1).max(40).optional(),
})

/** As the browser gives it, in base64url. */
export const PasskeyProof = z.object({ response: z.record(z.string(), z.unknown()) })
