import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openBundles } from '../../../../adapters/bundle/index.ts'
import { judge } from '../../../../adapters/bundle/verifier/check/finding.ts'
import { openBundleTexts } from '../../../../bots/texts.ts'
import type { AgentId, NetworkId } from '../../../../core/base/ids.ts'
import { codeOfNetwork } from '../../../../core/custody/bundle/dossier.ts'
import { makeDossiers, type Seer } from '../../../../core/custody/bundle/dossier-orders.ts'
import type { ExportRule, Order } from '../../../../core/custody/bundle/request.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { makeProofs, makeSign } from '../../../../core/custody/proof.ts'
import { makeNetworkBook } from '../../../../core/services/networks/book.ts'
import { findingsOf, folderSource } from '../../../adapters/bundle/verifier/check.ts'
import { bytesOf, ORDER, openBundleWorld, openCase, type BundleWorld } from './world.ts'

type Case = Awaited<ReturnType<typeof openCase>>

describe('the dossier of a network', () => {
  let world: BundleWorld
  beforeEach(async () => {
    world = await openBundleWorld()
  })
  afterEach(() => world.close())

  const number = (it: Case) =>
    it.act('system', {
      type: 'identifiers_found',
      inbound: 'm1' as never,
      identifiers: [
        {
          type: 'phone',
          raw: untrusted('0770 123 4567'),
          normal: '+9647701234567',
          keys: ['phone:+9647701234567'],
          owner: 'perpetrator',
          start: 0,
          marks: ['a-mark'],
        },
      ],
    })
  const WORDS = 'the same number as Zaynab, the neighbour of both'
  const confirm = (...all: readonly Case[]): Promise<NetworkId> => confirmAs(WORDS, ...all)
  const confirmAs = async (why: string, ...all: readonly Case[]): Promise<NetworkId> => {
    const outcome = await world.desk.networks.confirm(
      { id: 'agent-mona' as never, alias: 'mona' },
      all.map(({ code }) => code),
      why,
    )
    if (outcome.status !== 'done') throw new Error(outcome.status)
    return outcome.key
  }
  const dossiersWith = (rule: Partial<ExportRule> = {}) =>
    makeDossiers(
      {
        ...world.ports,
        bundles: openBundles(),
        texts: openBundleTexts(),
        proofs: makeProofs(world.custody),
        sign: makeSign(world.custody),
        statement: { software: 'Amin test' },
        rule: { twoPersons: false, onlySealed: false, ...rule },
      },
      world.casebook,
      makeNetworkBook(world.ports),
    )
  const make = (key: NetworkId, rule: Partial<ExportRule> = {}, order: Order = ORDER) =>
    dossiersWith(rule).command(`N-${key.slice(1, 7).toLowerCase()}`, 'the prosecutor of Karkh', order)

  const filesOf = async (key: NetworkId): Promise<ReadonlyMap<string, Uint8Array>> => {
    const made = await make(key)
    if (made.status !== 'open') throw new Error(JSON.stringify(made))
    const files = new Map<string, Uint8Array>()
    for (const { name, open } of made.files) {
      const parts: Uint8Array[] = []
      for await (const part of open()) parts.push(part)
      files.set(name, Buffer.concat(parts))
    }
    return files
  }
  const factsIn = (key: NetworkId, files: ReadonlyMap<string, Uint8Array>) =>
    JSON.parse(
      Buffer.from(files.get(`amin-${codeOfNetwork(key)}/data/dossier.json`) ?? []).toString(),
    ) as Record<string, unknown>

  test('names its cases, each link with method and threshold, what was decided, and the limits; the verifier holds it', async () => {
    const [one, other] = [await openCase(world), await openCase(world)]
    for (const it of [one, other]) await number(it)
    const key = await confirm(one, other)
    const files = await filesOf(key)
    const facts = factsIn(key, files)
    expect(facts).toMatchObject({
      network: codeOfNetwork(key),
      standing: 'confirmed',
      unnamed: 0,
      cases: [{ code: one.code }, { code: other.code }],
      links: [
        {
          kind: 'identifier',
          threshold: 'equal',
          shared: [{ type: 'phone', value: '+9647701234567' }],
        },
      ],
    })
    expect((facts['decisions'] as readonly { seq: number }[]).map(({ seq }) => seq)).toEqual([1, 2])
    expect(JSON.stringify(facts)).toContain(WORDS)
    const readme = Buffer.from(files.get(`amin-${codeOfNetwork(key)}/README.txt`) ?? []).toString()
    expect(readme).toContain('does not say who did it')
    expect((await findingsOf(folderSource(files))).filter(({ kind }) => kind === 'fault')).toEqual([])
    const changed = new Map(files)
    changed.set(
      `amin-${codeOfNetwork(key)}/data/dossier.json`,
      Buffer.from(JSON.stringify({ ...facts, unnamed: 7 })),
    )
    expect(judge(await findingsOf(folderSource(changed)))).toBe('broken')
  })

  test('for reading, numbers and handles among Arabic and Kurdish words stand in order, and no sign of the team turns or forges a line', async () => {
    const [one, other] = [await openCase(world), await openCase(world)]
    for (const it of [one, other]) await number(it)
    await one.act('agent:noor', {
      type: 'link_judged',
      to: other.id,
      agent: 'agent-noor' as never,
      alias: 'noor',
      wrong: false,
      verdict: 'same',
      shared: [],
      reason: 'هەمان ئەکاونت: 77_haider ،+964 770 123 4567\nforged \u202e',
    })
    const key = await confirmAs('حسابه @haider.77 في الملف 2024-01-02_IMG.jpg ورقمه واحد', one, other)
    const files = await filesOf(key)
    const text = Buffer.from(files.get(`amin-${codeOfNetwork(key)}/data/dossier.txt`) ?? []).toString()
    expect(text).toContain('phone: \u2068+9647701234567\u2069\n')
    expect(text).toContain(
      '"reason":"\u2068حسابه \u2068@haider.77\u2069 في الملف \u20682024-01-02_IMG.jpg\u2069 ورقمه واحد\u2069"',
    )
    expect(text).toContain(
      ': \u2068هەمان ئەکاونت: \u206877_haider\u2069 ،\u2068+964 770 123 4567\u2069\n    forged \ufffd\u2069\n',
    )
    // What programs read has the words sign for sign.
    expect(JSON.stringify(factsIn(key, files))).toContain('هەمان ئەکاونت: 77_haider ،+964 770 123 4567')
    expect((await findingsOf(folderSource(files))).filter(({ kind }) => kind === 'fault')).toEqual([])
  })

  test('its entry commits to the run that found its links, with version, parameters, counts and digest; another run is found', async () => {
    const [one, other] = [await openCase(world), await openCase(world)]
    for (const it of [one, other]) await number(it)
    const key = await confirm(one, other)
    const files = await filesOf(key)
    const path = `amin-${codeOfNetwork(key)}/data/linking.json`
    const text = Buffer.from(files.get(path) ?? []).toString()
    expect(JSON.parse(text)).toMatchObject({
      v: 1,
      software: 'Amin test',
      methods: { image: { threshold: expect.stringContaining('of 256 bits') } },
      counts: { cases: 2, links: { identifier: 1 } },
      links: [{ cases: expect.arrayContaining([one.code, other.code]), kind: 'identifier' }],
    })
    expect(factsIn(key, files)).toMatchObject({ linking: { path: 'data/linking.json', seq: 2 } })
    const [, made] = await world.store.ledger.read(key)
    const { run } = JSON.parse(made?.header ?? '{}') as { run?: string }
    expect(run).toMatch(/^[0-9a-f]{64}$/)
    // Under a salt: who has the chain alone can try no guess of what was found.
    expect(run).not.toBe(world.ports.hasher.sha256(files.get(path) ?? new Uint8Array()))
    const said = async (changed: ReadonlyMap<string, Uint8Array>) =>
      (await findingsOf(folderSource(changed)))
        .map(({ key: word }) => word)
        .filter((word) => word.startsWith('linking'))
    expect(await said(files)).toEqual(['linking-good'])
    const kind = text.replace('"identifier": 1', '"identifier": 2')
    const fewer = text.replace(/"threshold": "equal"/, '"threshold": "alike"')
    for (const other of [kind, fewer]) {
      expect(other).not.toBe(text)
      expect(await said(new Map([...files, [path, Buffer.from(other)]]))).toEqual(['linking-differs'])
    }
    const without = new Map(files)
    without.delete(path)
    expect(await said(without)).toEqual(['linking-missing'])
    // A header whose commitment was taken away breaks the chain.
    const entries = `amin-${codeOfNetwork(key)}/data/custody/entries.jsonl`
    const lines = Buffer.from(files.get(entries) ?? []).toString()
    const bare = lines.replace(`,\\"run\\":\\"${run}\\"`, '')
    expect(bare).not.toBe(lines)
    const words = (await findingsOf(folderSource(new Map([...files, [entries, Buffer.from(bare)]])))).map(
      ({ key: word }) => word,
    )
    expect(words).toContain('chain-hash')
    expect(words).toContain('linking-differs')
  })

  test('counts who did not agree and names them nowhere, and knows nothing of who is under 18', async () => {
    const [one, other] = [await openCase(world), await openCase(world)]
    const silent = await openCase(world, [])
    const child = await openCase(world)
    await child.act('system', {
      type: 'case_transferred',
      agent: 'somebody' as never,
      to: { team: 'minors' },
    })
    for (const it of [one, other, silent, child]) await number(it)
    const key = await confirm(one, other, silent, child)
    const files = await filesOf(key)
    expect(factsIn(key, files)).toMatchObject({
      unnamed: 1,
      cases: [{ code: one.code }, { code: other.code }],
    })
    const all = [...files.values()].map((data) => Buffer.from(data).toString()).join('\n')
    // Why the team decided something may name anybody.
    expect(all).not.toContain('Zaynab')
    for (const it of [silent, child]) {
      expect(all).not.toContain(it.code)
      expect(all).not.toContain(it.id)
    }
    expect((await findingsOf(folderSource(files))).filter(({ kind }) => kind === 'fault')).toEqual([])
  })

  test('stands in the chain of each case that it names before anybody gets it, as a bundle of that case would', async () => {
    const [one, other, silent] = [await openCase(world), await openCase(world), await openCase(world, [])]
    const key = await confirm(one, other, silent)
    const made = await make(key)
    if (made.status !== 'open') throw new Error(made.status)
    await expect(made.settle()).rejects.toThrow('nobody read')
    const zip = await bytesOf(made)
    const told = async (it: Case) =>
      (await world.casebook.read(it.id)).events
        .flat()
        .filter(({ type }) => type === 'export_prepared' || type === 'case_exported')
    expect((await told(one)).map(({ type }) => type)).toEqual(['export_prepared'])
    expect(await made.settle()).toBeUndefined()
    for (const it of [one, other]) {
      const { entries } = await world.casebook.read(it.id)
      expect(await told(it)).toEqual([
        { type: 'export_prepared', by: 'the prosecutor of Karkh', scope: ORDER.scope },
        {
          type: 'case_exported',
          by: 'the prosecutor of Karkh',
          prepared: entries.length - 1,
          sha256: world.ports.hasher.sha256(zip),
          size: zip.length,
          recipients: [],
        },
      ])
    }
    expect(await told(silent)).toEqual([])
  })

  test('does not leave where somebody whom it names took their yes back meanwhile, or wants all erased', async () => {
    const people = [await openCase(world), await openCase(world), await openCase(world)] as const
    const key = await confirm(...people)
    const made = await make(key)
    if (made.status !== 'open') throw new Error(made.status)
    await bytesOf(made)
    await people[2].append({
      type: 'consent_withdrawn',
      scope: 'share-investigators',
      version: '1',
      language: 'ckb',
    })
    expect(await made.settle()).toBe('taken_back')
    for (const it of people) {
      const { events } = await world.casebook.read(it.id)
      expect(events.flat().some(({ type }) => type === 'case_exported')).toBe(false)
    }
    const again = await make(key)
    expect(again).toMatchObject({ status: 'open', named: 2, unnamed: 1 })
  })

  test('where two people have to agree, the command line writes what they agreed to in the console, and nothing else', async () => {
    const [one, other] = [await openCase(world), await openCase(world)]
    const key = await confirm(one, other)
    const rule = { twoPersons: true }
    const who = (name: string): Seer => ({
      by: name,
      actor: `agent:${name as AgentId}`,
      sees: [one.id, other.id],
    })
    const dossiers = dossiersWith(rule)
    const asked = await dossiers.request(key, who('mona'), 'the court asked for it', ORDER)
    if (asked.status !== 'done') throw new Error(JSON.stringify(asked))
    expect(await make(key, rule)).toEqual({ status: 'refused', why: 'two_persons' })
    const answer = { request: asked.seq, agreed: true, reason: 'I looked at both' }
    expect(await dossiers.answer(key, who('mona'), answer)).toEqual({ status: 'refused', why: 'same_person' })
    expect(await dossiers.answer(key, who('omar'), answer)).toMatchObject({ status: 'done' })
    expect(await make(key, rule, { ...ORDER, scope: 'share-ngo' })).toEqual({
      status: 'refused',
      why: 'two_persons',
    })
    expect(await make(key, rule)).toMatchObject({ status: 'open', named: 2 })
  })

  test('is refused where too few may be named, or the operator wants two people or a seal; nothing is written then', async () => {
    const [one, other] = [await openCase(world), await openCase(world, [])]
    const key = await confirm(one, other)
    expect(await make(key)).toEqual({ status: 'refused', why: 'too_few' })
    expect(await make(key, { twoPersons: true })).toEqual({ status: 'refused', why: 'two_persons' })
    expect(await make(key, { onlySealed: true })).toEqual({ status: 'refused', why: 'sealed_only' })
    expect(await world.store.ledger.read(key)).toHaveLength(1)
  })
})
