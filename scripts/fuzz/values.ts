import {
  array,
  boolean,
  constant,
  constantFrom,
  dictionary,
  double,
  integer,
  letrec,
  oneof,
  string,
  type Arbitrary,
} from 'fast-check'

/** Names that platforms and our own requests use, and those that JavaScript itself has. */
const NAMES = [
  'message', 'edited_message', 'callback_query', 'my_chat_member', 'message_reaction', 'chat', 'id', 'type', 'from', 'date', 'text', 'caption', 'photo',
  'document', 'voice', 'file_id', 'entities', 'forward_origin', 'contact', 'location', 'latitude', 'longitude', 'data', 'new_reaction', 'conversation',
  'extendedTextMessage', 'imageMessage', 'audioMessage', 'contactMessage', 'locationMessage', 'protocolMessage', 'reactionMessage', 'contextInfo', 'body',
  'timestamp', 'interactive', 'button_reply', 'statuses', 'errors', 'language', 'command', 'token', 'outcome', 'reason', 'agent', 'team', 'severity',
  'expectedVersion', 'options', 'from', 'to', '__proto__', 'constructor', 'toString',
] // prettier-ignore
const WORDS = [
  '', '0', 'private', 'نعم', 'help', 'لا', 'exit', 'he will kill me', 'I am 15', 'ar', 'P1', 'resolved', '\u0000', '\ud800', '../../etc/passwd', 'x'.repeat(5_000),
  '1'.repeat(400), '<script>', "' OR 1=1 --", '{"$gt":""}', '٤٥٦', '2026-02-30T25:61:00Z', '/start', 'cb:1:consent:yes',
] // prettier-ignore

export const leaf: Arbitrary<unknown> = oneof(
  constantFrom(...WORDS),
  string({ unit: 'binary', maxLength: 40 }),
  integer(),
  double(),
  boolean(),
  constant(null),
  constantFrom(0, -1, 1e308, Number.MAX_SAFE_INTEGER, 1_700_000_000),
)

/** Any JSON, most of it of names that are asked for somewhere. */
export const json: Arbitrary<unknown> = letrec<{ tree: unknown }>((tie) => ({
  tree: oneof(
    { depthSize: 'small' },
    leaf,
    array(tie('tree'), { maxLength: 4 }),
    dictionary(
      oneof(
        { weight: 9, arbitrary: constantFrom(...NAMES) },
        { weight: 1, arbitrary: string({ maxLength: 12 }) },
      ),
      tie('tree'),
      {
        maxKeys: 7,
      },
    ),
  ),
})).tree

/** What was said of a value is taken away, doubled or replaced at some places. */
export const mutated = (value: unknown, next: () => unknown, dice: () => number): unknown => {
  const kind = dice()
  if (kind < 0.08) return next()
  if (Array.isArray(value)) {
    const list = value.map((each) => mutated(each, next, dice))
    return kind < 0.16 ? [...list, ...list] : list
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(() => dice() > 0.05)
  return Object.fromEntries(entries.map(([name, each]) => [name, mutated(each, next, dice)]))
}

/** Objects without a text of their own have one as JSON. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
