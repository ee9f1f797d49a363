import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { initSync, WasmReader } from '@contentauth/c2pa-wasm'
import type { Examination } from '../../../core/base/examination.ts'
import { makeFacts, notComputed } from '../facts.ts'
import { signedAs } from '../kinds.ts'
import type { Parts, ExaminationQuestion, Reply } from '../protocol.ts'
import { isFault } from './fault.ts'
import type { File } from './file.ts'

/**
 * By default the reader would fetch what the evidence names: the sender would see that, when and
 * from where we look.
 */
const SETTINGS = JSON.stringify({
  verify: { remote_manifest_fetch: false, ocsp_fetch: false, verify_trust: true },
})
/** A box that says it is C2PA's: `jumd`, then the first bytes of its type. */
const TRACE = 'jumdc2pa'
/** Nobody's list of signers is configured: that alone does not break a signature. */
const UNTRUSTED = 'signingCredential.untrusted'

type Json = Readonly<Record<string, unknown>>

const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(record) : [])
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
const unique = (values: readonly (string | undefined)[]): string =>
  [...new Set(values.filter((value) => value !== undefined))].join(', ')

/**
 * The reader was made for browsers and reads a Blob in a worker, synchronously: this is one over
 * the file, so that a video stays where it is.
 */
class FileBlob extends Blob {
  readonly file: File
  readonly start: number
  readonly end: number
  override readonly size: number
  constructor(file: File, start: number, end: number) {
    super([])
    this.file = file
    this.start = start
    this.end = end
    this.size = end - start
  }
  override slice(from = 0, to = this.size): Blob {
    const start = Math.min(this.start + from, this.end)
    return new FileBlob(this.file, start, Math.max(start, Math.min(this.start + to, this.end)))
  }
}

class FileReaderSync {
  readAsArrayBuffer({ file, start, end }: FileBlob): ArrayBuffer {
    return Uint8Array.from(file.read(start, end)).buffer
  }
}

let isReady = false
const prepare = (): void => {
  if (isReady) return
  Object.assign(globalThis, { FileReaderSync })
  initSync({ module: readFileSync(fileURLToPath(import.meta.resolve('@contentauth/c2pa-wasm/c2pa.wasm'))) })
  isReady = true
}

const lastPart = (uri: string | undefined): string | undefined => uri?.split('/').pop()

const describe = (store: Json, tool: string): Examination => {
  const facts = makeFacts()
  const state = text(store['validation_state'])
  const active = record(record(store['manifests'])[String(store['active_manifest'])])
  const signature = record(active['signature_info'])
  const results = record(store['validation_results'])
  const failures = list(record(results['activeManifest'])['failure']).map(({ code }) => text(code))
  const inner = list(results['ingredientDeltas']).flatMap((delta) =>
    list(record(delta['validationDeltas'])['failure']).map(({ code }) => text(code)),
  )
  const actions = list(active['assertions'])
    .filter(({ label }) => text(label)?.startsWith('c2pa.actions') === true)
    .flatMap(({ data }) => list(record(data)['actions']))
  const agents = actions.map(
    ({ softwareAgent }) => text(softwareAgent) ?? text(record(softwareAgent)['name']),
  )
  facts.put('state', state ?? 'unknown')
  facts.put('trusted', state === 'Trusted')
  facts.put('failures', unique(failures.filter((code) => code !== UNTRUSTED)))
  facts.put('ingredientFailures', unique(inner.filter((code) => code !== UNTRUSTED)))
  facts.put('signer', signature['issuer'])
  facts.put('signerName', signature['common_name'])
  facts.put('signedAt', signature['time'])
  facts.put('algorithm', signature['alg'])
  facts.put('certificate', signature['cert_serial_number'])
  facts.put(
    'generator',
    text(active['claim_generator']) ??
      unique(list(active['claim_generator_info']).map(({ name }) => text(name))),
  )
  facts.put('actions', unique(actions.map(({ action }) => text(action))))
  facts.put(
    'digitalSourceType',
    unique(actions.map(({ digitalSourceType }) => lastPart(text(digitalSourceType)))),
  )
  facts.put('softwareAgent', unique(agents))
  facts.put('title', active['title'])
  facts.put('ingredients', list(active['ingredients']).length)
  facts.put('manifests', Object.keys(record(store['manifests'])).length)
  const holds = state === 'Valid' || state === 'Trusted'
  return { aspect: 'provenance', found: holds ? 'found' : 'broken', tool, facts: facts.all() }
}

/**
 * What the reader's refusal means. Its text may hold an address out of the file: a fact, and
 * nothing that anybody calls.
 */
const explain = (file: File, message: string, tool: string): Examination => {
  const code = /^C2pa\((\w{1,60})/.exec(message)?.[1] ?? 'unknown'
  if (code === 'UnsupportedType') return notComputed('provenance', tool, 'unsupported')
  const url = /https?:\/\/[^\s"')]{1,450}/.exec(message)?.[0]
  if (code.startsWith('RemoteManifest') || url !== undefined)
    return notComputed('provenance', tool, 'unsupported', {
      code,
      ...(url === undefined ? {} : { remoteManifest: url }),
    })
  // A statement may be there although the reader sees none, or cannot say what: half of one, in a
  // cut or mended file.
  if (file.includes(TRACE))
    return { aspect: 'provenance', found: 'broken', tool, facts: { state: 'unreadable', failures: code } }
  if (code === 'JumbfNotFound' || code === 'ProvenanceMissing')
    return { aspect: 'provenance', found: 'none', tool, facts: {} }
  return notComputed('provenance', tool, 'damaged')
}

export const readProvenance = async (
  file: File,
  { mime }: ExaminationQuestion,
  parts: Parts,
): Promise<Reply> => {
  const tool = parts['c2pa-wasm']
  const type = signedAs(mime)
  if (type === undefined) return { results: [notComputed('provenance', tool, 'unsupported')], pictures: [] }
  prepare()
  try {
    const reader = await WasmReader.fromBlob(type, new FileBlob(file, 0, file.size), SETTINGS)
    try {
      return { results: [describe(record(JSON.parse(reader.json())), tool)], pictures: [] }
    } finally {
      reader.free()
    }
  } catch (error) {
    if (isFault(error)) throw error
    return {
      results: [explain(file, typeof error === 'string' ? error : (error as Error).message, tool)],
      pictures: [],
    }
  }
}
