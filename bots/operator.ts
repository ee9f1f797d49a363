import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import type { Endpoint } from '../adapters/webhook/index.ts'
import { File } from './operator-schema.ts'

type Anchor = {
  readonly id: string
  readonly url: string
  /** PEM. */
  readonly certificates: string
  readonly everyHours: number
}

export type Operator = Omit<z.infer<typeof File>, 'alarm' | 'anchors' | 'webhooks'> & {
  readonly anchors?: readonly Anchor[]
  readonly webhooks?: readonly Endpoint[]
  readonly alarm?: { readonly webhook: string; readonly secret: Uint8Array }
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** Shorter ones can be guessed; more is no secret but a mistake about the file. */
const SECRET_LENGTH = { least: 16, most: 4096 }

const fault = (place: string, what: string): string => `AMIN_OPERATOR_FILE: ${place}: ${what}`

/**
 * The shared secret of the line outside, or what is wrong with it. A path is as seen from the
 * operator file.
 */
const readAlarm = (
  file: string,
  { webhook, secretFile }: NonNullable<z.infer<typeof File>['alarm']>,
): NonNullable<Operator['alarm']> | { readonly faults: readonly string[] } => {
  const faults: string[] = []
  const { protocol, hostname } = new URL(webhook)
  if (protocol === 'http:' && !LOOPBACK.test(hostname))
    faults.push(fault('alarm.webhook', 'must begin with https:// unless it is a loopback address'))
  let secret: Uint8Array = new Uint8Array()
  try {
    const text = readFileSync(resolve(dirname(file), secretFile), 'utf8').trim()
    if (text.length < SECRET_LENGTH.least || text.length > SECRET_LENGTH.most)
      faults.push(
        fault('alarm.secretFile', `must hold ${SECRET_LENGTH.least} to ${SECRET_LENGTH.most} characters`),
      )
    secret = Buffer.from(text)
  } catch {
    faults.push(fault('alarm.secretFile', 'cannot be read'))
  }
  return faults.length > 0 ? { faults } : { webhook, secret }
}

/** As Standard Webhooks asks: 24 to 64 bytes. */
const KEY_LENGTH = { least: 24, most: 64 }
const WRITTEN_KEY = /^whsec_([A-Za-z0-9+/]+={0,2})$/

/**
 * The endpoints with their secrets, or what is wrong with them. A path is as seen from the operator
 * file.
 */
const readWebhooks = (
  file: string,
  webhooks: NonNullable<z.infer<typeof File>['webhooks']>,
): readonly Endpoint[] | { readonly faults: readonly string[] } => {
  const faults: string[] = []
  const read = webhooks.map(({ secretFile, ...webhook }, i): Endpoint => {
    const { protocol, hostname, username, password } = new URL(webhook.url)
    if (protocol === 'http:' && !LOOPBACK.test(hostname))
      faults.push(fault(`webhooks.${i}.url`, 'must begin with https:// unless it is a loopback address'))
    if (username !== '' || password !== '')
      faults.push(fault(`webhooks.${i}.url`, 'must hold no user and no password'))
    const place = `webhooks.${i}.secretFile`
    try {
      const written = readFileSync(resolve(dirname(file), secretFile), 'utf8').trim()
      const secret = Buffer.from(WRITTEN_KEY.exec(written)?.[1] ?? '', 'base64')
      if (secret.length < KEY_LENGTH.least || secret.length > KEY_LENGTH.most)
        faults.push(fault(place, 'must hold whsec_ and 24 to 64 bytes in base64'))
      return { ...webhook, secret }
    } catch {
      faults.push(fault(place, 'cannot be read'))
      return { ...webhook, secret: new Uint8Array() }
    }
  })
  return faults.length > 0 ? { faults } : read
}

/** Longer than ten certificates; a wrong path may point at something huge. */
const MAX_CERTIFICATES = 65_536

/**
 * The authorities with their certificates, or what is wrong with them. A path is as seen from the
 * operator file.
 */
const readAnchors = (
  file: string,
  anchors: NonNullable<z.infer<typeof File>['anchors']>,
): readonly Anchor[] | { readonly faults: readonly string[] } => {
  const faults: string[] = []
  const read = anchors.map(({ certificateFile, ...anchor }, i): Anchor => {
    const place = `anchors.${i}.certificateFile`
    try {
      const certificates = readFileSync(resolve(dirname(file), certificateFile), 'latin1').slice(
        0,
        MAX_CERTIFICATES,
      )
      if (!certificates.includes('-----BEGIN CERTIFICATE-----'))
        faults.push(fault(place, 'must hold certificates in PEM'))
      return { ...anchor, certificates }
    } catch {
      faults.push(fault(place, 'cannot be read'))
      return { ...anchor, certificates: '' }
    }
  })
  return faults.length > 0 ? { faults } : read
}

/**
 * What an agency states about itself, or one line per fault; all of it optional, so that a newcomer
 * needs no file. Absent is fine: then nothing is stated.
 */
export const readOperator = (file: string): Operator | { readonly faults: readonly string[] } => {
  if (!existsSync(file)) return { official: {} }
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {
      faults: ['AMIN_OPERATOR_FILE cannot be read as JSON: mend it, or move it away to start without'],
    }
  }
  const parsed = File.safeParse(value)
  if (!parsed.success)
    return {
      faults: parsed.error.issues.map((issue) => fault(issue.path.join('.') || 'the file', issue.message)),
    }
  const { alarm: line, anchors: authorities, webhooks: hooks, ...stated } = parsed.data
  const alarm = line === undefined ? undefined : readAlarm(file, line)
  const anchors = authorities === undefined ? undefined : readAnchors(file, authorities)
  const webhooks = hooks === undefined ? undefined : readWebhooks(file, hooks)
  const faults = [alarm, anchors, webhooks].flatMap((part) =>
    part !== undefined && 'faults' in part ? part.faults : [],
  )
  if (faults.length > 0) return { faults }
  return {
    ...stated,
    ...(alarm === undefined || 'faults' in alarm ? {} : { alarm }),
    ...(anchors === undefined || 'faults' in anchors ? {} : { anchors }),
    ...(webhooks === undefined || 'faults' in webhooks ? {} : { webhooks }),
  }
}
