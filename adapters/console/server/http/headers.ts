/** What a page of the console may load: its own files, and pictures and sound it fetched itself. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self' blob:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** For answers that are no page, in case a browser is made to show one. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** For a person's files: as above, and without an origin. */
export const FILE_POLICY = "default-src 'none'; sandbox"

/**
 * On every answer; routes replace what they must. Two years of HSTS, and only where the address is
 * https: the first visit after that is the last that could be led astray. Neither
 * `includeSubDomains` nor `preload`: both bind other hosts of the operator's domain, which Amin
 * cannot know to be reached by https, and being on the browsers' lists is hard to undo. Who wants
 * them sets the header at the proxy.
 */
export const securityHeaders = (https: boolean): Readonly<Record<string, string>> => ({
  'content-security-policy': DATA_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(self), payment=(), usb=()',
  'cache-control': 'no-store',
  ...(https ? { 'strict-transport-security': 'max-age=63072000' } : {}),
})
