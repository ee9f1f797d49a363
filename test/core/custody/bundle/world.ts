import { spawnSync } from 'node:child_process'
import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBundles } from '../../../../adapters/bundle/index.ts'
import { openCheckpointKey } from '../../../../adapters/crypto/checkpoint-key.ts'
import { makeHasher } from '../../../../adapters/crypto/hasher.ts'
import { deriveSecrets } from '../../../../adapters/crypto/secrets.ts'
import { makePins } from '../../../../adapters/crypto/pins.ts'
import { makeRandom } from '../../../../adapters/crypto/random.ts'
import { openSealer } from '../../../../adapters/crypto/sealer.ts'
import { MEMORY_CAPABILITIES } from '../../../../adapters/memory/channel.ts'
import { makeMemoryClock } from '../../../../adapters/memory/clock.ts'
import { makeMemoryKeys } from '../../../../adapters/memory/keys.ts'
import { makeMemoryLog } from '../../../../adapters/memory/log.ts'
import { makeMemoryStore } from '../../../../adapters/memory/store.ts'
import { makeMemoryVault } from '../../../../adapters/memory/vault.ts'
import { content } from '../../../../bots/content.ts'
import { openBundleTexts } from '../../../../bots/texts.ts'
import {
  makeExports,
  type Exports,
  type OpenBundle,
  type Refusal,
} from '../../../../core/custody/bundle/export.ts'
import type { Order, ExportRule } from '../../../../core/custody/bundle/request.ts'
import { makeCasebook } from '../../../../core/services/casebook/casebook.ts'
import { commitTo, type Actor } from '../../../../core/model/entry.ts'
import { makeDesk } from '../../../../core/services/desk/make-desk.ts'
import { makeProofs, makeSign } from '../../../../core/custody/proof.ts'
import type { CaseEvent } from '../../../../core/model/events.ts'
import { once } from '../../../../core/base/stream.ts'
import type { CaseCode, CaseId, EvidenceId, InboundId, ObjectId } from '../../../../core/base/ids.ts'
import type { Inbound, InboundBody, EvidenceKind } from '../../../../core/base/message.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { bytes, instant, seconds, type Ms } from '../../../../core/base/units.ts'
import { phrases } from '../../../build/stage.ts'

export const BY = { by: 'noor', actor: 'agent:noor' } as const
export const ORDER: Order = { scope: 'share-investigators', recipients: [] }

/** The core over memory twins, real seals, a real key and the real packer. */
export const openBundleWorld = async (rule: Partial<ExportRule> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'amin-bundle-'))
  const masterKey = createSecretKey(randomBytes(32))
  const hasher = makeHasher(deriveSecrets(masterKey))
  const random = makeRandom()
  const clock = makeMemoryClock(instant(Date.UTC(2026, 10, 24, 10, 5)))
  const log = makeMemoryLog()
  const store = makeMemoryStore()
  const vault = makeMemoryVault((data) => hasher.sha256(data))
  const keys = makeMemoryKeys()
  const ports = {
    store,
    vault,
    sealer: await openSealer({ masterKey, keys }),
    log,
    hasher,
    clock,
    random,
    phrases,
    ...content,
    emergency: () => undefined,
    pins: makePins(deriveSecrets(masterKey)),
    official: () => undefined,
    capabilities: () => MEMORY_CAPABILITIES,
  }
  const casebook = makeCasebook(ports)
  const signer = await openCheckpointKey(join(folder, 'checkpoint.key'))
  const custody = { store, hasher, clock, signer, log, anchors: [] }
  const exportsWith = (more: Partial<Parameters<typeof makeExports>[0]> = {}): Exports =>
    makeExports(
      {
        ...ports,
        bundles: openBundles(),
        texts: openBundleTexts(),
        proofs: makeProofs(custody),
        sign: makeSign(custody),
        statement: {
          software: 'Amin test',
          organisation: { name: { ar: 'جهة', ckb: 'لایەن', en: 'A body' }, kind: 'ngo' },
        },
        rule: { twoPersons: false, onlySealed: false, ...rule },
        ...more,
      },
      casebook,
    )
  return {
    folder,
    ports,
    casebook,
    custody,
    desk: makeDesk(ports, casebook),
    exports: exportsWith(),
    exportsWith,
    clock,
    store,
    vault,
    wait: (time: Ms) => clock.advance(time),
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
export type BundleWorld = Awaited<ReturnType<typeof openBundleWorld>>

type File = {
  readonly inbound?: InboundId
  readonly kind?: EvidenceKind
  readonly mime?: string
  readonly fileName?: string
  readonly declaredMime?: string
}

/**
 * A case whose person agreed to hand it on to investigators. `call`: an agent took it down, so
 * there is no chat; `old`: nor where it was kept somewhere else before.
 */
export const openCase = async (
  world: BundleWorld,
  agreed: readonly ('share-investigators' | 'share-ngo')[] = ['share-investigators'],
  { call = false, old = false }: { readonly call?: boolean; readonly old?: boolean } = {},
) => {
  const { casebook, ports, clock } = world
  const id = ports.random.id() as CaseId
  const code = ports.random.code(8) as CaseCode
  const address = { channel: 'telegram', account: 'bot', chat: 'chat-of-the-person' } as const
  let messages = 0
  const act = async (actor: Actor, ...events: readonly CaseEvent[]): Promise<void> => {
    clock.advance(seconds(1))
    await casebook.append(id, () => ({ actor, events }))
  }
  const append = (...events: readonly CaseEvent[]): Promise<void> => act('person', ...events)
  const inbound = (body: InboundBody, more: Partial<Inbound> = {}): Inbound => {
    messages += 1
    const from = { name: untrusted('Name of the person'), handle: untrusted('handle_of_person') }
    return { ...address, v: 1, message: `m${messages}`, edit: 0, sentAt: clock.now(), from, body, ...more }
  }
  await append(
    {
      type: 'case_opened',
      code,
      channel: 'telegram',
      language: 'ckb',
      ...(old ? { elsewhere: true } : {}),
    },
    ...(call || old
      ? []
      : [{ type: 'chat_attached', address, name: untrusted('Name of the person') } as const]),
  )
  await append(
    { type: 'answer_given', step: 'consent', answer: { kind: 'choice', option: 'continue' } },
    { type: 'answer_given', step: 'age', answer: { kind: 'choice', option: 'me-18' } },
  )
  for (const scope of agreed) await append({ type: 'consent_given', scope, version: '1', language: 'ckb' })
  return {
    id,
    code,
    act,
    append,
    says: async (text: string, more: Partial<Inbound> = {}): Promise<InboundId> => {
      const inboundId = ports.random.id() as InboundId
      await append({
        type: 'message_received',
        inbound: inboundId,
        message: inbound({ kind: 'text', text: untrusted(text) }, more),
      })
      return inboundId
    },
    /** As `message`, the platform's id of it. */
    comes: async (body: InboundBody, message: string): Promise<InboundId> => {
      const inboundId = ports.random.id() as InboundId
      await append({ type: 'message_received', inbound: inboundId, message: inbound(body, { message }) })
      return inboundId
    },
    sends: async (
      data: Uint8Array,
      { inbound: came, kind = 'photo', mime, fileName, declaredMime }: File = {},
    ): Promise<EvidenceId> => {
      const evidence = ports.random.id() as EvidenceId
      const object = evidence as string as ObjectId
      const inboundId = came ?? (ports.random.id() as InboundId)
      const named = {
        ...(fileName === undefined ? {} : { fileName: untrusted(fileName) }),
        ...(declaredMime === undefined ? {} : { declaredMime: untrusted(declaredMime) }),
      }
      await append({
        type: 'evidence_announced',
        evidence,
        inbound: inboundId,
        kind,
        capture: 'as_sent',
        forwarded: came !== undefined,
        sentAt: clock.now(),
        ...named,
      })
      const sealer = await ports.sealer.forCase(id)
      const put = await ports.vault.put(object, sealer.sealStream(object, once(data)))
      const sha256 = ports.hasher.sha256(data)
      const salt = ports.hasher.sha256(ports.random.id())
      clock.advance(seconds(1))
      await casebook.append(id, () => ({
        actor: 'system',
        events: [
          {
            type: 'evidence_received',
            evidence,
            object,
            sha256,
            size: bytes(data.length),
            salt,
            ...(mime === undefined ? {} : { mime }),
          },
        ],
        objects: [
          {
            id: object,
            sha256: put.sha256,
            size: put.size,
            commitment: commitTo(ports.hasher, salt, sha256),
          },
        ],
      }))
      return evidence
    },
  }
}
export type BundleCase = Awaited<ReturnType<typeof openCase>>

/** The open bundle; fails the test where there is none. */
export const opened = (outcome: Refusal | OpenBundle): OpenBundle => {
  if (outcome.status !== 'open') throw new Error(`no bundle: ${JSON.stringify(outcome)}`)
  return outcome
}

export const bytesOf = async (bundle: Pick<OpenBundle, 'read'>): Promise<Buffer> => {
  const pieces: Uint8Array[] = []
  for await (const piece of bundle.read()) pieces.push(Uint8Array.from(piece))
  return Buffer.concat(pieces)
}

/** Reads a bundle and settles it, as the command line does. */
export const takeBundle = async (outcome: Refusal | OpenBundle): Promise<Buffer> => {
  const bundle = opened(outcome)
  const data = await bytesOf(bundle)
  const refusal = await bundle.settle()
  if (refusal !== undefined) throw new Error(`not settled: ${JSON.stringify(refusal)}`)
  return data
}

/** Opens a ZIP with the public tool, and says where its root is. */
export const unzip = (folder: string, zip: Uint8Array, code: string): string => {
  const target = mkdtempSync(join(folder, 'unzipped-'))
  writeFileSync(join(target, 'bundle.zip'), zip)
  const done = spawnSync('unzip', ['-q', 'bundle.zip'], { cwd: target, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`unzip: ${done.stdout}${done.stderr}`)
  return join(target, `amin-${code}`)
}
