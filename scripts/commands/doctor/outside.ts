import { randomBytes } from 'node:crypto'
import {
  REACH_BYTES,
  REACH_HEADER,
  REACH_PATH,
  reachAnswer,
  reachHeader,
  type Reached,
} from '../../../adapters/console/server/http/reach.ts'
import { CHANNEL } from '../../../bots/channels/registry.ts'
import type { Config } from '../../../bots/config.ts'
import { CHANNELS, type ChannelName } from '../../../core/base/message.ts'
import type { Hasher } from '../../../core/ports/hasher.ts'
import { ms } from '../../../core/base/units.ts'

/**
 * What only the network can tell. It warns and is no fault: doctor is also asked while Amin is
 * stopped, and beside a line that is down for a moment. `--inside` leaves it out, for who asks
 * every minute.
 */
const PATIENCE = ms(15_000)
/** Codes of second factors and time stamps stand no more than this. */
const MOST_SECONDS_APART = 30

type Print = (line: string) => void

const apart = (theirs: string | null, now: number): number | undefined => {
  const at = theirs === null ? Number.NaN : Date.parse(theirs)
  return Number.isNaN(at) ? undefined : Math.round(Math.abs(at - now) / 1000)
}

const asReached = (text: string): Partial<Reached> => {
  try {
    return (JSON.parse(text) as Partial<Reached> | null) ?? {}
  } catch {
    return {}
  }
}

/** Sends as much as a photo of a phone has to the address that people and agents use. */
export const lookAtPublicAddress = async (
  { publicUrl }: Pick<Config, 'publicUrl'>,
  hasher: Hasher,
  print: Print,
): Promise<void> => {
  const say = (line: string): void => print(`warn  public address: ${publicUrl} ${line}`)
  const nonce = randomBytes(24).toString('base64url')
  let status: number
  let reached: Partial<Reached>
  try {
    const answer = await fetch(`${publicUrl}${REACH_PATH}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', [REACH_HEADER]: reachHeader(hasher, nonce) },
      body: new Uint8Array(REACH_BYTES),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    })
    status = answer.status
    reached = asReached(await answer.text())
  } catch (error) {
    const cause =
      error instanceof Error && error.cause instanceof Error && 'code' in error.cause
        ? ` (${String(error.cause.code)})`
        : ''
    return say(`does not answer from here${cause}; is Amin running, and does the name lead to it?`)
  }
  if (status === 413)
    return say(
      'refuses 2 MB (413) before Amin sees them: photos of people do not arrive. scripts/deploy/nginx.conf has the setting',
    )
  if (reached.answer !== reachAnswer(hasher, nonce))
    return say(`leads to something else than this Amin (it answered ${status})`)
  if (reached.bytes !== REACH_BYTES)
    return say(`lets ${String(reached.bytes)} of ${REACH_BYTES} bytes through`)
  const seconds = apart(reached.at ?? null, Date.now())
  if (seconds === undefined || seconds > MOST_SECONDS_APART)
    say(`answers with a clock ${seconds ?? '?'} s from the one here`)
  print(`ok    public address: ${publicUrl} leads to this Amin, and a file of 2 MB gets there`)
}

/** What can be asked of each channel's platform: whether it answers, and whether it takes our token. */
export const lookAtChannels = async (config: Config, print: Print): Promise<void> => {
  const look = async (name: ChannelName): Promise<void> => {
    const { title, look: ask } = CHANNEL[name]
    const said = await ask?.(config, PATIENCE)
    if (said !== undefined) print(`${said.isWell ? 'ok   ' : 'warn '} ${title}: ${said.says}`)
  }
  await Promise.all(CHANNELS.map(look))
}
