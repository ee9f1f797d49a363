/** What a call is answered instead of a result. */
export class GraphFault extends Error {
  readonly http: number
  readonly code: number
  readonly details: string
  readonly transient: boolean
  constructor(http: number, code: number, title: string, details = title, transient = false) {
    super(`(#${code}) ${title}`)
    this.http = http
    this.code = code
    this.details = details
    this.transient = transient
  }
}

/**
 * The errors that anybody branches on, with the status that each comes with (error codes page, May
 * 2026), in one place.
 */
export const says = {
  unauthorised: () => new GraphFault(401, 190, 'Invalid OAuth access token'),
  noPermission: () => new GraphFault(403, 10, 'Application does not have permission for this action'),
  unknownPath: () => new GraphFault(400, 2500, 'Unknown path components'),
  noObject: () =>
    new GraphFault(400, 100, 'Unsupported get request. Object does not exist or cannot be loaded'),
  unknownField: () => new GraphFault(400, 100, 'Tried accessing nonexisting field'),
  invalid: (what: string) => new GraphFault(400, 100, 'Invalid parameter', what),
  value: (what: string) => new GraphFault(400, 131_009, 'Parameter value is not valid', what),
  appLimit: () => new GraphFault(400, 4, 'Application request limit reached'),
  accountLimit: () => new GraphFault(400, 80_007, 'Rate limit issues'),
  throughput: () => new GraphFault(429, 130_429, 'Rate limit hit'),
  pair: () => new GraphFault(429, 131_056, 'Pair rate limit hit'),
  spam: () => new GraphFault(400, 131_048, 'Spam rate limit hit'),
  window: () =>
    new GraphFault(
      400,
      131_047,
      'Re-engagement message',
      'More than 24 hours have passed since the recipient last replied',
    ),
  undeliverable: () => new GraphFault(400, 131_026, 'Message undeliverable'),
  locked: () => new GraphFault(403, 131_031, 'Account has been locked'),
  noTemplate: () => new GraphFault(404, 132_001, 'Template name does not exist in the translation'),
  wrong: () => new GraphFault(500, 131_000, 'Something went wrong'),
  unavailable: () =>
    new GraphFault(503, 131_016, 'Service unavailable', 'A service is temporarily unavailable', true),
} satisfies Record<string, (what: string) => GraphFault>

export const toBody = ({ message, code, details, transient }: GraphFault): string =>
  JSON.stringify({
    error: {
      message,
      type: 'OAuthException',
      code,
      error_data: { messaging_product: 'whatsapp', details },
      ...(transient ? { is_transient: true } : {}),
      fbtrace_id: 'A0fakeTrace',
    },
  })
