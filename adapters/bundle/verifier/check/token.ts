import { toHex, toText } from './bytes.ts'
import type { Contents } from './contents.ts'
import { after, descend, EXPLICIT_0, INTEGER, OBJECT_ID, OCTETS, readElement, SEQUENCE, TIME } from './der.ts'
import type { Tell } from './finding.ts'
import { CHECKPOINT } from './signature.ts'

const TOKEN = /^data\/custody\/timestamp-(.+)\.tsr$/
/** 1.2.840.113549.1.7.2 signedData, 1.2.840.113549.1.9.16.1.4 TSTInfo, 2.16.840.1.101.3.4.2.1 SHA-256. */
const SIGNED_DATA = '2a864886f70d010702'
const TST_INFO = '2a864886f70d0109100104'
const SHA_256 = '608648016503040201'
const GENERALIZED = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/

export type Token = {
  readonly granted: boolean
  readonly imprint: { readonly algorithm: string; readonly hash: string }
  readonly time: string
}

const oidAt = (bytes: Uint8Array | undefined): string => {
  const id = bytes === undefined ? undefined : readElement(bytes, OBJECT_ID)
  return id === undefined ? '' : toHex(id.bytes)
}

/**
 * TSTInfo out of a TimeStampResp (RFC 3161, 2.4.2), by its place; nothing of its signature is
 * looked at. Nothing where it is no such answer.
 */
export const readToken = (bytes: Uint8Array): Token | undefined => {
  const response = readElement(bytes, SEQUENCE)
  if (response === undefined || response.rest.length > 0) return undefined
  const status = descend(response.bytes, SEQUENCE, INTEGER)
  if (status === undefined) return undefined
  const granted = status.length === 1 && (status[0] ?? 9) <= 1
  const none = { granted, imprint: { algorithm: '', hash: '' }, time: '' }
  const contentInfo = after(response.bytes, SEQUENCE)
  if (contentInfo?.length === 0) return granted ? undefined : none
  const content = contentInfo === undefined ? undefined : descend(contentInfo, SEQUENCE)
  if (content === undefined || oidAt(content) !== SIGNED_DATA) return undefined
  const signed = descend(after(content, OBJECT_ID) ?? new Uint8Array(), EXPLICIT_0, SEQUENCE)
  // Version, then the set of digest algorithms (0x31).
  const encapsulated = descend(after(after(signed, INTEGER), 0x31) ?? new Uint8Array(), SEQUENCE)
  if (oidAt(encapsulated) !== TST_INFO) return undefined
  const info = descend(after(encapsulated, OBJECT_ID) ?? new Uint8Array(), EXPLICIT_0, OCTETS, SEQUENCE)
  const imprint = after(after(info, INTEGER), OBJECT_ID)
  const inner = imprint === undefined ? undefined : descend(imprint, SEQUENCE)
  const algorithm = inner === undefined ? undefined : oidAt(descend(inner, SEQUENCE))
  const hash = readElement(after(inner, SEQUENCE) ?? new Uint8Array(), OCTETS)?.bytes
  const time = readElement(after(after(imprint, SEQUENCE), INTEGER) ?? new Uint8Array(), TIME)?.bytes
  const [, year, month, day, hour, minute, second] =
    GENERALIZED.exec((time === undefined ? undefined : toText(time)) ?? '') ?? []
  if (algorithm === undefined || hash === undefined || second === undefined) return undefined
  return {
    granted,
    imprint: { algorithm, hash: toHex(hash) },
    time: `${year}-${month}-${day} ${hour}:${minute}:${second} UTC`,
  }
}

/**
 * That each time stamp is over this checkpoint, and what time it states. The authority's own
 * signature is for `openssl`.
 */
export const checkTokens = (contents: Contents, tell: Tell): void => {
  const checkpoint = contents.files.get(CHECKPOINT)?.sha256
  let count = 0
  for (const [name, { bytes }] of contents.files) {
    const authority = TOKEN.exec(name)?.[1]
    if (authority === undefined) continue
    count += 1
    const token = bytes === undefined ? undefined : readToken(bytes)
    if (token === undefined) tell.fault('token-unreadable', name)
    else if (!token.granted) tell.fault('token-refused', name)
    else if (token.imprint.algorithm !== SHA_256 || token.imprint.hash !== checkpoint)
      tell.fault('token-other', name)
    else {
      tell.note('token-time', name, { authority, time: token.time })
      const beside = name.replace(/\.tsr$/, '.crt')
      const trusted = contents.files.has(beside) ? beside : 'AUTHORITY.crt'
      tell.unchecked('token-authority', name, {
        command: `openssl ts -verify -data ${CHECKPOINT} -in ${name} -CAfile ${trusted}`,
      })
    }
  }
  if (count === 0) tell.note('token-none')
  else tell.holds('token-holds', { n: String(count) })
}
