import { z } from 'zod'
import { UNREAD, type PictureReading } from '../../core/ports/picture-reader.ts'

const Likelihood = z.number().min(0).max(1)
const Character = z.object({
  character: z.string().max(2),
  likelihood: Likelihood,
  others: z.array(z.string().max(2)).max(5),
})
const Line = z.object({ characters: z.array(Character).max(1_000), second: z.string().max(1_000).optional() })
const Pixel = z.int().min(0).max(100_000)
const Bubble = z.object({
  side: z.enum(['me', 'them', 'unknown']),
  box: z.object({ left: Pixel, top: Pixel, right: Pixel, bottom: Pixel }),
  lines: z.array(Line).max(100),
})
const Tool = z.string().max(100)

const Reading = z.union([
  z.object({ status: z.literal('none'), why: z.enum(UNREAD), tool: Tool }),
  z.object({
    status: z.literal('read'),
    tool: Tool,
    size: z.object({ width: Pixel, height: Pixel }),
    direction: z.enum(['ltr', 'rtl', 'unknown']),
    header: Line.optional(),
    bubbles: z.array(Bubble).min(1).max(100),
  }),
])

/**
 * The child read hostile bytes and may be theirs by now: its answer is checked like anything from outside.
 * Nothing where it is not an answer.
 */
export const toReading = (head: unknown): PictureReading | undefined =>
  Reading.safeParse(head).data as PictureReading | undefined
