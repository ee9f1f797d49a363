import { z } from 'zod'

/** What both halves of the contract are made of. */
export const ChannelName = z.enum(['telegram', 'whatsapp', 'webchat'])
export const Code = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/)
export const Time = z.iso.datetime()
