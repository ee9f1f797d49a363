import { X509Certificate } from 'node:crypto'
import { Certificate } from 'pkijs'

const PEM = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g
/** More is a bundle of everybody's authorities, and trusts them all. */
const MOST = 10

/** A copy of its own: a view would hand out the buffer that it lies in. */
export const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer

/**
 * The certificates of a PEM file; nothing where one of them cannot be read, or there is none, or
 * more than ten.
 */
export const readCertificates = (pem: string): readonly Certificate[] | undefined => {
  const blocks = pem.match(PEM) ?? []
  if (blocks.length === 0 || blocks.length > MOST) return undefined
  try {
    return blocks.map((block) => Certificate.fromBER(bufferOf(new X509Certificate(block).raw)))
  } catch {
    return undefined
  }
}
