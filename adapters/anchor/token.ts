import { createHash, X509Certificate } from 'node:crypto'
import {
  fromBER,
  type AsnType,
  type Constructed,
  type Integer,
  type ObjectIdentifier,
  type OctetString,
} from 'asn1js'
import { Certificate, PKIStatus, SignedData, TimeStampResp, TSTInfo, type SignerInfo } from 'pkijs'
import type { AnchorFault } from '../../core/ports/anchor.ts'
import { instant, type Instant } from '../../core/base/units.ts'
import { bufferOf } from './certificates.ts'

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
const EXTENDED_KEY_USAGE = '2.5.29.37'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
export const SHA256 = '2.16.840.1.101.3.4.2.1'
/** What an authority may hash with; SHA-1 and MD5 can be made to collide. */
const HASHES: Readonly<Record<string, string>> = {
  [SHA256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const LEAST_RSA_BITS = 2048

export type TokenVerdict = { readonly at: Instant } | { readonly fault: AnchorFault }

type Expected = {
  /** The bytes that were stamped. */
  readonly data: Uint8Array
  /** Of the request, big-endian; nothing where a kept token is checked again. */
  readonly nonce?: Uint8Array
  readonly roots: readonly Certificate[]
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

/** Integers are compared by value: either may be padded. */
const sameInteger = (a: Integer | undefined, b: Uint8Array): boolean => {
  const digits = (bytes: Uint8Array): string =>
    Buffer.from(bytes)
      .toString('hex')
      .replace(/^(00)+/, '')
  return a !== undefined && digits(a.valueBlock.valueHexView) === digits(b)
}

const attribute = (signer: SignerInfo, type: string): AsnType | undefined => {
  const found = (signer.signedAttrs?.attributes ?? []).filter((each) => each.type === type)
  const [only] = found
  const values: unknown = only?.values
  return found.length === 1 && Array.isArray(values) && values.length === 1
    ? (values[0] as AsnType)
    : undefined
}

const childrenOf = (asn: AsnType | undefined): readonly AsnType[] => {
  const value: unknown = (asn as Constructed | undefined)?.valueBlock?.value
  return Array.isArray(value) ? (value as AsnType[]) : []
}

/**
 * The hash of the signer's certificate that the signature covers (RFC 2634, RFC 5035): else another
 * certificate of the same key could be put in its place.
 */
const namesSigner = (signer: SignerInfo, certificate: Uint8Array): boolean => {
  const v2 = attribute(signer, SIGNING_CERTIFICATE_V2)
  const [first] = childrenOf(childrenOf(v2 ?? attribute(signer, SIGNING_CERTIFICATE))[0])
  const parts = childrenOf(first)
  const [head] = parts
  const named = v2 !== undefined && head !== undefined && childrenOf(head).length > 0
  const algorithm = named ? (childrenOf(head)[0] as ObjectIdentifier).valueBlock.toString() : SHA256
  const hash = v2 === undefined ? 'sha1' : HASHES[algorithm]
  const stated = (parts[named ? 1 : 0] as OctetString | undefined)?.valueBlock?.valueHexView
  return (
    hash !== undefined && stated !== undefined && same(stated, createHash(hash).update(certificate).digest())
  )
}

/** RFC 3161, 2.3: for time stamping and nothing else, and critical. */
const mayStamp = (certificate: Certificate): boolean => {
  const usage = certificate.extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE)
  const purposes = (usage?.parsedValue as { keyPurposes?: readonly string[] } | undefined)?.keyPurposes
  return usage?.critical === true && purposes?.length === 1 && purposes[0] === TIME_STAMPING
}

const isStrong = (raw: Uint8Array): boolean => {
  const { publicKey } = new X509Certificate(raw)
  const bits = publicKey.asymmetricKeyDetails?.modulusLength
  return bits === undefined || bits >= LEAST_RSA_BITS
}

type Read = { readonly signed: SignedData; readonly info: TSTInfo; readonly signer: SignerInfo }

/** The parts of a response, or why there are none. */
const read = (der: Uint8Array): Read | { readonly fault: AnchorFault } => {
  try {
    const parsed = fromBER(bufferOf(der))
    if (parsed.offset !== der.length) return { fault: 'unreadable' }
    const response = new TimeStampResp({ schema: parsed.result })
    if (![PKIStatus.granted, PKIStatus.grantedWithMods].includes(response.status.status))
      return { fault: 'refused' }
    const token = response.timeStampToken
    if (token?.contentType !== SIGNED_DATA) return { fault: 'unreadable' }
    const signed = new SignedData({ schema: token.content })
    const content = signed.encapContentInfo
    const [signer] = signed.signerInfos
    if (
      content.eContentType !== TST_INFO ||
      content.eContent === undefined ||
      signer === undefined ||
      signed.signerInfos.length !== 1
    )
      return { fault: 'unreadable' }
    const info = TSTInfo.fromBER(content.eContent.getValue())
    return info.version === 1 ? { signed, info, signer } : { fault: 'unreadable' }
  } catch {
    return { fault: 'unreadable' }
  }
}

/**
 * Signature and chain, as of the time that is stated; RFC 5652 and RFC 5280 by pkijs, and what it
 * leaves to its callers.
 */
const checkSigner = async (
  { signed, signer, info }: Read,
  { data, roots }: Expected,
): Promise<AnchorFault | undefined> => {
  if ((attribute(signer, CONTENT_TYPE) as ObjectIdentifier | undefined)?.valueBlock?.toString() !== TST_INFO)
    return 'signature_wrong'
  if (HASHES[signer.digestAlgorithm.algorithmId] === undefined) return 'signature_wrong'
  // An authority that leaves its certificate out is known by those that the operator named.
  signed.certificates = [...(signed.certificates ?? []), ...roots]
  let certificate: Certificate | null | undefined
  try {
    const verified = await signed.verify({
      signer: 0,
      data: bufferOf(data),
      trustedCerts: [...roots],
      checkChain: true,
      checkDate: info.genTime,
      extendedMode: true,
    })
    if (verified.signatureVerified !== true) return 'signature_wrong'
    certificate = verified.signerCertificate
  } catch (error) {
    return (error as { readonly signerCertificateVerified?: unknown }).signerCertificateVerified === false
      ? 'signer_wrong'
      : 'signature_wrong'
  }
  if (!(certificate instanceof Certificate) || !mayStamp(certificate)) return 'signer_wrong'
  const raw = new Uint8Array(certificate.toSchema(true).toBER(false))
  return isStrong(raw) && namesSigner(signer, raw) ? undefined : 'signer_wrong'
}

/**
 * Verifies a whole RFC 3161 response: what it is over, that it answers our request, who signed it,
 * and that they may. Never throws.
 */
export const verifyToken = async (der: Uint8Array, expected: Expected): Promise<TokenVerdict> => {
  const parts = read(der)
  if ('fault' in parts) return parts
  const { info } = parts
  try {
    const { hashAlgorithm, hashedMessage } = info.messageImprint
    const digest = createHash('sha256').update(expected.data).digest()
    if (hashAlgorithm.algorithmId !== SHA256 || !same(hashedMessage.valueBlock.valueHexView, digest))
      return { fault: 'imprint_differs' }
    if (expected.nonce !== undefined && !sameInteger(info.nonce, expected.nonce))
      return { fault: 'nonce_differs' }
    const fault = await checkSigner(parts, expected)
    return fault === undefined ? { at: instant(info.genTime.getTime()) } : { fault }
  } catch {
    return { fault: 'unreadable' }
  }
}
