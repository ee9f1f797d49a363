import { isoOf } from '../base/calendar.ts'
import {
  inspectErasure,
  stateErasure,
  writeErasure,
  type CertificatePorts,
  type StatedErasure,
} from './certificate.ts'
import { isFailure, type Failure } from '../base/failure.ts'
import type { CaseCode } from '../base/ids.ts'
import { toBase64 } from '../base/bytes.ts'
import type { CustodyPorts } from './checkpoint.ts'
import { makeProofs, makeSign, type Proofs } from './proof.ts'

/**
 * What was looked at of an erased case, signed by the key of the checkpoints (`note`), and that its
 * tombstone stands in a signed checkpoint. Without those where they could not be had. Tokens (RFC
 * 3161) in base64.
 */
export type ErasureCertificate = StatedErasure & {
  readonly note?: string
  readonly publicKey?: string
  readonly checkpoint?: string
  readonly inclusion?: Proofs['inclusion']
  readonly timestamps?: readonly {
    readonly name: string
    readonly token: string
    readonly certificates: string
  }[]
}

/**
 * `unsigned`: why it is not signed. Erased the case is all the same; who needs the signature asks
 * again when the log is mended.
 */
export type Certified = { readonly certificate: ErasureCertificate; readonly unsigned?: Failure }

/**
 * Looks at what is left of an erased case. Nothing where there is none of that code, or it has no
 * tombstone.
 */
export const makeCertify =
  (ports: CertificatePorts, custody: CustodyPorts) =>
  async (code: CaseCode): Promise<Certified | undefined> => {
    const erasure = await inspectErasure(ports, code)
    if (erasure === undefined) return undefined
    const erasedAt = isoOf(erasure.tombstone.at)
    const stated = stateErasure(erasure, erasedAt)
    try {
      const { checkpointText, inclusion, publicKey, timestamps } = await makeProofs(custody)(
        erasure.caseId,
        erasure.tombstone.seq,
      )
      const stamps = timestamps.map(({ name, token, certificates }) => ({
        name,
        token: toBase64(token),
        certificates,
      }))
      const note = makeSign(custody)(writeErasure(ports.hasher, erasure, erasedAt))
      const signed = { note, publicKey, checkpoint: checkpointText, inclusion }
      return { certificate: { ...stated, ...signed, ...(stamps.length === 0 ? {} : { timestamps: stamps }) } }
    } catch (error) {
      if (!isFailure(error)) throw error
      return { certificate: stated, unsigned: error }
    }
  }
