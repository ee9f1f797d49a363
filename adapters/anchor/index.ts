import { createHash, randomBytes } from 'node:crypto'
import { Integer, Null, OctetString } from 'asn1js'
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs'
import { Failure } from '../../core/base/failure.ts'
import type { Anchor, AnchorFault } from '../../core/ports/anchor.ts'
import type { Clock } from '../../core/ports/clock.ts'
import { minutes, seconds, type Ms } from '../../core/base/units.ts'
import { bufferOf, readCertificates } from './certificates.ts'
import { SHA256, verifyToken } from './token.ts'

/** What an authority may take for the whole of its answer: people wait for a bundle meanwhile. */
const PATIENCE = seconds(10)
/** Tokens are about 6 KB with a chain of certificates; what is longer is no token. */
const MAX_ANSWER = 65_536
/** How far its clock and ours may be apart. */
const TOLERANCE = minutes(5)
const NONCE_BYTES = 8

export type AnchorParts = {
  readonly id: string
  /** http or https: the answer is signed, and only a hash is sent. */
  readonly url: string
  /** PEM: who signs for the authority, or who certifies who does. */
  readonly certificates: string
  readonly every: Ms
  readonly clock: Clock
  readonly patience?: Ms
}

/** A positive integer of eight bytes that has no shorter form. */
const makeNonce = (): Uint8Array => {
  const nonce = randomBytes(NONCE_BYTES)
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40
  return nonce
}

const makeRequest = (data: Uint8Array, nonce: Uint8Array): Uint8Array<ArrayBuffer> => {
  const hashAlgorithm = new AlgorithmIdentifier({ algorithmId: SHA256, algorithmParams: new Null() })
  const hashedMessage = new OctetString({ valueHex: bufferOf(createHash('sha256').update(data).digest()) })
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({ hashAlgorithm, hashedMessage }),
    certReq: true,
    nonce: new Integer({ valueHex: bufferOf(nonce) }),
  })
  return new Uint8Array(request.toSchema().toBER(false))
}

/** The whole answer; nothing where it is longer than any token. */
const readAnswer = async (answer: Response): Promise<Uint8Array | undefined> => {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.length
    if (length > MAX_ANSWER) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Redirects are not followed: the address is the operator's word alone. */
const ask = async (
  url: string,
  request: Uint8Array<ArrayBuffer>,
  patience: Ms,
): Promise<Uint8Array | { readonly fault: AnchorFault }> => {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      headers: {
        'content-type': 'application/timestamp-query',
        accept: 'application/timestamp-reply',
        'user-agent': 'amin',
      },
      body: request,
    })
    if (answer.status !== 200) {
      void answer.body?.cancel().catch(() => undefined)
      return { fault: 'unreachable' }
    }
    return (await readAnswer(answer)) ?? { fault: 'unreadable' }
  } catch (error) {
    return { fault: error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable' }
  }
}

/**
 * An authority of RFC 3161 over HTTP. Every answer is verified whole before it is given out: the
 * message imprint, our nonce, the signature, the chain to the operator's certificate as of the
 * stated time, that it may stamp and nothing else, and that the time is now. Throws
 * `settings_invalid` where the certificates cannot be read.
 */
export const openAnchor = ({
  id,
  url,
  certificates,
  every,
  clock,
  patience = PATIENCE,
}: AnchorParts): Anchor => {
  const roots = readCertificates(certificates)
  if (roots === undefined)
    throw new Failure(
      'settings_invalid',
      'the certificate file of an anchor does not hold one to ten certificates in PEM',
    )
  return {
    id,
    every,
    stamp: async (data) => {
      const nonce = makeNonce()
      const token = await ask(url, makeRequest(data, nonce), patience)
      if ('fault' in token) return token
      const verdict = await verifyToken(token, { data, nonce, roots })
      if ('fault' in verdict) return verdict
      if (Math.abs(verdict.at - clock.now()) > TOLERANCE) return { fault: 'time_wrong' }
      return { stamp: { anchor: id, at: verdict.at, token: new Uint8Array(token), certificates } }
    },
    check: (data, token) => verifyToken(token, { data, roots }),
  }
}
