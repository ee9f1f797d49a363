import { isErased, type Casebook } from '../casebook/casebook.ts'
import { jobContext } from '../casebook/envelope.ts'
import type { EvidenceState } from '../../model/exhibits.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { Failure } from '../../base/failure.ts'
import type { EvidenceId, ObjectId } from '../../base/ids.ts'
import type { Images } from '../../ports/images.ts'
import type { JobRow } from '../../ports/store/jobs.ts'
import type { Vault } from '../../ports/vault.ts'
import { bytes, type Bytes } from '../../base/units.ts'
import { pictureOf } from '../../text/card.ts'
import { coverOf } from './cover.ts'
import { CARD } from './written.ts'
import { once, readUpTo } from '../../base/stream.ts'

type PreviewPorts = CasePorts & { readonly vault: Vault; readonly images: Images }
type PreviewPayload = { readonly evidence: EvidenceId; readonly object: ObjectId }
type Sealed = Extract<EvidenceState, { status: 'sealed' }>
type Outcome = Awaited<ReturnType<Images['preview']>>
type Made = Extract<Outcome, { status: 'made' }>

/** A picture larger than this gets no preview; it is sealed all the same. */
const MAX_PICTURE: Bytes = bytes(64 * 1_048_576)

/** What stands in a card in plain letters and signs, as its picture does. */
const asciiOf = (whole: Uint8Array): string => Array.from(whole, (byte) => String.fromCharCode(byte)).join('')

/**
 * Does a `preview` job: a small blurred picture of a file as an object of its own, or the word that
 * there is none.
 */
export const makePreview = (ports: PreviewPorts, casebook: Casebook): ((job: JobRow) => Promise<void>) => {
  const render = async (
    { object, size, mime }: Pick<Sealed, 'object' | 'size' | 'mime'>,
    job: JobRow,
  ): Promise<Outcome> => {
    if (size > MAX_PICTURE) return { status: 'none', why: 'too_large' }
    const source = await ports.vault.open(object)
    if (source === undefined) throw new Failure('object_missing')
    try {
      const sealer = await ports.sealer.forCase(job.caseId)
      const whole = await readUpTo(sealer.openStream(object, source), MAX_PICTURE)
      const picture = mime === CARD ? pictureOf(asciiOf(whole)) : whole
      return picture === undefined ? { status: 'none', why: 'damaged' } : await ports.images.preview(picture)
    } finally {
      await source.close()
    }
  }

  /**
   * Of the file itself where a picture is read off it, else of what the examination made of it: a
   * frame, a page, what another decoder saw.
   */
  const renderAny = async (item: Sealed, job: JobRow): Promise<Outcome> => {
    const own = item.preview.status === 'pending' ? await render(item, job) : undefined
    const cover = coverOf(item.derived)
    if (own?.status === 'made' || cover === undefined) return own ?? { status: 'none', why: 'not_a_picture' }
    const made = await render(cover, job)
    return made.status === 'made' ? { ...made, tool: `${cover.tool}, ${made.tool}` } : (own ?? made)
  }

  const keep = async (job: JobRow, { evidence, object }: PreviewPayload, made: Made): Promise<void> => {
    const sealer = await ports.sealer.forCase(job.caseId)
    const stored = await ports.vault.put(object, sealer.sealStream(object, once(made.bytes)))
    const { width, height, tool } = made
    const sha256 = ports.hasher.sha256(made.bytes)
    const { status } = await casebook.append(job.caseId, (state) =>
      state.evidence[evidence] === undefined
        ? undefined
        : {
            actor: 'system',
            events: [
              {
                type: 'preview_made',
                evidence,
                object,
                sha256,
                size: bytes(made.bytes.length),
                width,
                height,
                tool,
              },
            ],
            objects: [{ id: object, sha256: stored.sha256, size: stored.size }],
            handles: { job: job.id },
          },
    )
    if (status === 'nothing') await ports.store.jobs.finish(job.id)
  }

  const keepOrRemove = async (job: JobRow, payload: PreviewPayload, made: Made): Promise<void> => {
    try {
      await keep(job, payload, made)
    } catch (error) {
      // It may have been put into the vault after the case let its objects go; nothing can open it any more.
      if (isErased(error)) await ports.vault.remove(payload.object)
      throw error
    }
  }

  /**
   * No picture of it. The examination may have made one while this looked: then it is tried again
   * with that.
   */
  const miss = async (job: JobRow, id: EvidenceId, seen: Sealed, why: string): Promise<void> => {
    let isNewer = false
    const { status } = await casebook.append(job.caseId, (state) => {
      const item = state.evidence[id]
      if (item?.status !== 'sealed' || item.preview.status !== 'pending') return undefined
      isNewer = coverOf(item.derived) !== undefined && coverOf(seen.derived) === undefined
      if (isNewer) return undefined
      return {
        actor: 'system',
        events: [{ type: 'preview_missing', evidence: id, why }],
        handles: { job: job.id },
      }
    })
    if (status !== 'nothing') return
    if (isNewer) await ports.store.jobs.postpone(job.id, ports.clock.now())
    else await ports.store.jobs.finish(job.id)
  }

  return async (job) => {
    try {
      const sealer = await ports.sealer.forCase(job.caseId)
      const payload = sealer.open(jobContext(job.id), job.sealed) as PreviewPayload
      const item = (await casebook.load(job.caseId)).evidence[payload.evidence]
      if (item?.status !== 'sealed' || item.preview.status === 'made')
        return await ports.store.jobs.finish(job.id)
      const made = await renderAny(item, job)
      if (made.status === 'made') await keepOrRemove(job, payload, made)
      else await miss(job, payload.evidence, item, made.why)
    } catch (error) {
      if (!isErased(error)) throw error
      await ports.store.jobs.finish(job.id)
    }
  }
}
