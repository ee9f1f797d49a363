import type { CaseId } from '../../base/ids.ts'
import type { Hasher } from '../../ports/hasher.ts'
import { contactOf } from './contact.ts'
import type { Item } from './items.ts'
import { writeJson } from './index-files.ts'
import type { ReportEntry, ReportInput } from './report-input.ts'
import { originFor } from './origins.ts'
import { isoOf } from '../../base/calendar.ts'
import { uuid5 } from './uuid.ts'

/** Of all names that Amin makes; a random one, for good. */
const NAMESPACE = '5b0c6c1e-3f6a-4f0b-9d55-7c1e0a4f2d83'

const CASE = 'https://ontology.caseontology.org/case/'
const UCO = 'https://ontology.unifiedcyberontology.org/uco/'

const CONTEXT = {
  'case-investigation': `${CASE}investigation/`,
  'uco-action': `${UCO}action/`,
  'uco-core': `${UCO}core/`,
  'uco-identity': `${UCO}identity/`,
  'uco-observable': `${UCO}observable/`,
  'uco-tool': `${UCO}tool/`,
  'uco-types': `${UCO}types/`,
  'uco-vocabulary': `${UCO}vocabulary/`,
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

type Node = Readonly<Record<string, unknown>>

const integer = (value: number): Node => ({ '@type': 'xsd:integer', '@value': String(value) })
const time = (utc: string): Node => ({ '@type': 'xsd:dateTime', '@value': utc })
const hash = (id: string, method: string, value: string): Node => ({
  '@id': id,
  '@type': 'uco-types:Hash',
  'uco-types:hashMethod': { '@type': 'uco-vocabulary:HashNameVocab', '@value': method },
  'uco-types:hashValue': { '@type': 'xsd:hexBinary', '@value': value.toUpperCase() },
})

/**
 * `data/case.jsonld`: the items, each step of the chain and what was handed over, in the terms of
 * CASE 1.3 and UCO 1.3 (https://caseontology.org), for laboratories. Names are made of the case's
 * ids, so that they are the same in every bundle of it.
 */
export const writeOntology = (
  hasher: Hasher,
  caseId: CaseId,
  items: readonly Item[],
  facts: ReportInput,
): string => {
  const iri = (kind: string, key: string | number): string =>
    `urn:uuid:${uuid5(NAMESPACE, hasher.utf8(`${caseId}/${kind}/${key}`))}`
  const ref = (kind: string, key: string | number): Node => ({ '@id': iri(kind, key) })

  const file = (item: Item): Node => {
    const { path, sealed, cleaned } = item
    const { size, sha256 } = cleaned ?? sealed
    const name = path.slice(path.lastIndexOf('/') + 1)
    return {
      '@id': iri('item', item.id),
      '@type': ['uco-observable:File', 'uco-observable:ObservableObject'],
      'uco-core:hasFacet': [
        {
          '@id': iri('file', item.id),
          '@type': 'uco-observable:FileFacet',
          'uco-observable:fileName': name,
          'uco-observable:filePath': path,
          'uco-observable:extension': name.slice(name.lastIndexOf('.') + 1),
          'uco-observable:isDirectory': false,
          'uco-observable:sizeInBytes': integer(size),
        },
        {
          '@id': iri('content', item.id),
          '@type': 'uco-observable:ContentDataFacet',
          ...(sealed.mime === undefined ? {} : { 'uco-observable:mimeType': sealed.mime }),
          'uco-observable:sizeInBytes': integer(size),
          'uco-observable:hash': [
            hash(iri('sha256', item.id), 'SHA256', sha256),
            ...(item.md5 === undefined || cleaned !== undefined
              ? []
              : [hash(iri('md5', item.id), 'MD5', item.md5)]),
          ],
        },
      ],
    }
  }

  /** The account or channel that the platform attests, and that the item was forwarded from it. */
  const origin = (item: Item): readonly Node[] => {
    const from = item.message === undefined ? undefined : originFor(item.message, facts.header.scope)
    const named = from?.id ?? from?.handle ?? from?.name
    if (from === undefined || named === undefined) return []
    const facet = (kind: string, more: Node): Node => ({ '@id': iri(kind, item.id), ...more })
    return [
      {
        '@id': iri('origin', item.id),
        '@type': 'uco-observable:ObservableObject',
        'uco-core:description': from.kind,
        'uco-core:hasFacet': [
          facet('account', {
            '@type': 'uco-observable:AccountFacet',
            'uco-observable:accountIdentifier': named,
          }),
          facet('digital-account', {
            '@type': 'uco-observable:DigitalAccountFacet',
            'uco-observable:displayName': from.name ?? named,
            ...(from.handle === undefined ? {} : { 'uco-observable:accountLogin': from.handle }),
          }),
          ...(from.link === undefined
            ? []
            : [facet('post', { '@type': 'uco-observable:URLFacet', 'uco-observable:fullValue': from.link })]),
        ],
      },
      {
        '@id': iri('forward', item.id),
        '@type': 'uco-observable:ObservableRelationship',
        'uco-core:source': ref('item', item.id),
        'uco-core:target': ref('origin', item.id),
        'uco-core:kindOfRelationship': 'Forwarded_From',
        'uco-core:isDirectional': true,
        ...(from.at === undefined ? {} : { 'uco-core:startTime': [time(isoOf(from.at))] }),
      },
    ]
  }

  /** Whom a contact card names, and that this stands in the item. */
  const contact = (item: Item): readonly Node[] => {
    const card = contactOf(item)
    if (card === undefined) return []
    return [
      {
        '@id': iri('contact', item.id),
        '@type': 'uco-observable:ObservableObject',
        'uco-core:hasFacet': [
          ...(card.name === undefined
            ? []
            : [
                {
                  '@id': iri('contact-name', item.id),
                  '@type': 'uco-observable:ContactFacet',
                  'uco-observable:displayName': card.name,
                },
              ]),
          ...card.numbers.map((number, n) => ({
            '@id': iri('contact-number', `${item.id}/${n}`),
            '@type': 'uco-observable:PhoneAccountFacet',
            'uco-observable:phoneNumber': number,
          })),
        ],
      },
      {
        '@id': iri('on-card', item.id),
        '@type': 'uco-observable:ObservableRelationship',
        'uco-core:source': ref('contact', item.id),
        'uco-core:target': ref('item', item.id),
        'uco-core:kindOfRelationship': 'Contained_Within',
        'uco-core:isDirectional': true,
      },
    ]
  }

  const received = (item: Item): Node => ({
    '@id': iri('provenance', item.id),
    '@type': 'case-investigation:ProvenanceRecord',
    'case-investigation:exhibitNumber': item.id,
    'uco-core:object': [ref('item', item.id)],
  })

  const known = new Set(items.map(({ id }) => id))
  const action = ({ seq, at, actor, kinds, item, reason }: ReportEntry): Node => ({
    '@id': iri('action', seq),
    '@type': 'case-investigation:InvestigativeAction',
    'uco-core:name': kinds.join(' '),
    ...(reason === undefined ? {} : { 'uco-core:description': reason }),
    'uco-action:startTime': time(at.utc),
    'uco-action:endTime': time(at.utc),
    'uco-action:performer': ref('actor', actor),
    ...(item !== undefined && known.has(item)
      ? {
          'uco-action:object': [ref('item', item)],
          ...(kinds.includes('evidence_received') ? { 'uco-action:result': [ref('provenance', item)] } : {}),
        }
      : {}),
  })

  const actors = [...new Set(facts.custody.steps.map(({ actor }) => actor))].map((actor): Node => ({
    '@id': iri('actor', actor),
    '@type': 'uco-identity:Identity',
    'uco-core:name': actor,
  }))
  const tools = facts.certificate.tools.map((tool): Node => ({
    '@id': iri('tool', tool),
    '@type': 'uco-tool:Tool',
    'uco-core:name': tool,
  }))
  const handover: Node = {
    '@id': iri('handover', facts.custody.entries),
    '@type': 'case-investigation:ProvenanceRecord',
    'uco-core:description': facts.header.scope,
    'uco-core:object': items.map(({ id }) => ref('item', id)),
  }
  const graph = [
    ...items.map(file),
    ...items.map(received),
    ...items.flatMap(origin),
    ...items.flatMap(contact),
    ...actors,
    ...tools,
    ...facts.custody.steps.map(action),
    handover,
  ]
  const investigation: Node = {
    '@id': iri('investigation', facts.header.code),
    '@type': 'case-investigation:Investigation',
    'uco-core:name': facts.header.code,
    'uco-core:object': graph.map((node) => ({ '@id': node['@id'] })),
  }
  return writeJson({ '@context': CONTEXT, '@graph': [investigation, ...graph] })
}
