import type { FastifyReply } from 'fastify'
import type { Problem } from '../../contract/index.ts'

/**
 * The closed table of what the API refuses. Codes are stable; titles are for operators and never
 * hold anything of a request (law 8).
 */
export const PROBLEMS = {
  invalid: { status: 400, title: 'the request does not have the documented shape' },
  reason_required: { status: 400, title: 'a reason is required' },
  placeholder: {
    status: 400,
    title: 'a placeholder in {…} is not filled in: nothing was said',
  },
  password_weak: {
    status: 400,
    title:
      'the password is among those that are tried first: leaked, a pattern, or made of the own address, name or ours',
  },
  unauthenticated: { status: 401, title: 'sign in, or send a valid API key' },
  forbidden: { status: 403, title: 'this account may not do that' },
  second_factor_required: {
    status: 403,
    title: 'set up a second factor first: a passkey, or codes from an app',
  },
  proof_required: {
    status: 403,
    title: 'prove again who you are (POST /api/v1/me/proof): it counts for 15 minutes',
  },
  invalid_password: { status: 403, title: 'that is not the password' },
  invalid_code: { status: 403, title: 'that is not a code that counts now, or no passkey of this member' },
  code_required: { status: 403, title: 'the code is missing: this member has codes' },
  passkey_required: { status: 403, title: 'this member has passkeys and no codes: prove it with a passkey' },
  too_new: {
    status: 403,
    title:
      'this account was made, invited anew, reset or given a role less than 72 hours ago; it may agree from `until`',
  },
  asker_too_new: {
    status: 403,
    title:
      'whoever asks was made, invited anew or reset by you less than 72 hours ago; you may agree from `until`',
  },
  made_by_asker: {
    status: 403,
    title: 'whoever asks made, invited or reset this account: somebody else must agree',
  },
  wrong_origin: {
    status: 403,
    title: 'writes need the header x-amin: 1 and must come from the address in AMIN_PUBLIC_URL',
  },
  not_yours: { status: 403, title: 'claim the case first' },
  reveal_first: {
    status: 403,
    title: 'reveal the item first; the original can be fetched for 15 minutes after it',
  },
  token_spent: { status: 403, title: 'this link was used, has expired or never existed' },
  not_found: { status: 404, title: 'there is no such thing' },
  wrong_method: { status: 405, title: 'this address has other methods; the header Allow names them' },
  held: { status: 409, title: 'another agent holds the case' },
  moved: { status: 409, title: 'something was said or the case changed hands since' },
  outdated: { status: 409, title: 'somebody else changed it since; read it again' },
  blocked: { status: 409, title: 'the person blocked the account' },
  file_kind: { status: 409, title: 'the person’s channel takes no such file: see `sends` of the case file' },
  file_size: { status: 409, title: 'the file is larger than the person’s channel takes: see `sends`' },
  file_type: { status: 415, title: 'pictures, PDF and recordings can be sent' },
  file_damaged: { status: 415, title: 'the file cannot be read' },
  no_chat: { status: 409, title: 'the case has no chat to write to' },
  already: { status: 409, title: 'it is so already' },
  wish: { status: 409, title: 'the person asked for a woman; others may claim the case from `until`' },
  quiet: { status: 409, title: 'it must not appear on the person’s phone now' },
  unseen: { status: 409, title: 'a note names somebody who must not see this case: see `holder`' },
  conflict: { status: 409, title: 'that agent must not see this case' },
  exists: { status: 409, title: 'somebody has this e-mail address already' },
  last_admin: { status: 409, title: 'the last administrator cannot be disabled' },
  too_few: { status: 409, title: 'a network has at least two cases' },
  few_agreed: { status: 409, title: 'fewer than two of its people agreed to be handed on' },
  ended: { status: 409, title: 'the network was dissolved' },
  dismantled: { status: 409, title: 'a network that was dismantled goes into no other' },
  day_invalid: { status: 400, title: 'there is no such day, or it has not come' },
  month_ahead: { status: 400, title: 'no week of that month has begun; the first one does at `until`' },
  time_invalid: { status: 400, title: 'the time is over, or more than a month away' },
  full: { status: 409, title: 'the case has as many tasks as it can hold' },
  pin_unfit: {
    status: 400,
    title: 'a PIN is 4 to 12 digits or one word, nothing that was said before, and not the code',
  },
  answer_invalid: { status: 400, title: 'the answer does not fit the question' },
  pending: { status: 409, title: 'the file is not sealed yet' },
  consent: { status: 409, title: 'the person has not agreed to that, or took it back' },
  erasing: { status: 409, title: 'the person asked that everything be erased' },
  sealed_only: { status: 409, title: 'bundles leave here sealed only: name recipients' },
  recipient_invalid: { status: 400, title: 'a recipient is no public key of age, or stands twice' },
  recipient_unknown: { status: 409, title: 'a recipient is not among those that the operator allows' },
  hold: { status: 409, title: 'a hold stands: nothing erases the case until it is lifted' },
  lapsed: { status: 409, title: 'nobody answered within 24 hours; ask anew' },
  written_since: { status: 409, title: 'the person wrote since it was asked for; read it, then ask anew' },
  same_person: { status: 403, title: 'somebody other than who asked must answer' },
  superseded: { status: 409, title: 'it was asked for anew since' },
  two_persons: { status: 409, title: 'nobody has approved it yet' },
  export_refused: { status: 409, title: 'it was refused; ask anew' },
  export_over: { status: 409, title: 'the time to fetch it has passed; ask anew' },
  erased: { status: 410, title: 'the case was erased' },
  unfit: { status: 422, title: 'a setting cannot be so: see `faults`' },
  stated: { status: 409, title: 'the operator file states this section: it is changed there' },
  environment: { status: 409, title: 'the environment sets it, and leads: it is changed there' },
  confirm: { status: 409, title: 'something ends with it: see `faults`, and say `anyway`' },
  key_reused: { status: 422, title: 'this Idempotency-Key was used before, for something else' },
  too_large: { status: 413, title: 'the request is too large' },
  unsupported_type: { status: 415, title: 'this content type is not accepted' },
  no_view: { status: 415, title: 'this kind of file cannot be shown safely; fetch the original' },
  slowed: {
    status: 429,
    title:
      'more files or searches in an hour than anybody looks at; it goes on at `until`, and supervisors were told',
  },
  too_many: { status: 429, title: 'too many requests; try again later' },
  internal: { status: 500, title: 'something broke here; the log says more' },
  report_unset: {
    status: 503,
    title: 'the report could not be typeset, the log says more; its numbers are there as JSON and as a table',
  },
  unavailable: { status: 503, title: 'the store does not answer; try again soon' },
  ui_missing: { status: 503, title: 'the console is not built: run npm run build' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof PROBLEMS
export type ProblemDetail = {
  readonly holder?: string
  readonly version?: number
  readonly step?: string
  readonly until?: string
  /** A sentence of ours, where the title does not say enough. */
  readonly detail?: string
  readonly fields?: readonly string[]
  readonly faults?: Problem['faults']
  /** What stands there now. */
  readonly newer?: unknown
}

export const PROBLEM_TYPE = 'application/problem+json'

export const problem = (code: ProblemCode, detail: ProblemDetail = {}): Problem => {
  const { fields, ...rest } = detail
  return {
    type: 'about:blank',
    ...PROBLEMS[code],
    code,
    ...rest,
    ...(fields === undefined ? {} : { fields: [...fields] }),
  }
}

/** Answers with a problem. For `return refuse(...)` in a handler or a hook. */
export const refuse = (reply: FastifyReply, code: ProblemCode, detail: ProblemDetail = {}): FastifyReply =>
  (PROBLEMS[code].status === 401 ? reply.header('www-authenticate', 'Bearer realm="amin"') : reply)
    .code(PROBLEMS[code].status)
    .header('content-type', PROBLEM_TYPE)
    .send(problem(code, detail))
