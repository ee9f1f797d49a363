import { z } from 'zod'
import { CHANNELS } from '../../../core/base/message.ts'

/** What both halves of the contract are made of. */
export const ChannelName = z.enum(CHANNELS)
/**
 * By which channel a case is reached; `phone`: it was told on a call, `import`: it was kept somewhere else
 * before; to both there is no chat to write to.
 */
export const CaseChannel = z.enum([...ChannelName.options, 'phone', 'import'])
export const Code = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/)
export const Time = z.iso.datetime()
/** A time of every day, in Baghdad. */
export const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

/** Ids of teams. */
export const Teams = z.array(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)).max(50)
