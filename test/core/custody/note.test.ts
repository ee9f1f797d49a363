import { assert as assertLaw, nat, property, stringMatching } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64, fromHex, toBase64, toHex } from '../../../core/base/bytes.ts'
import {
  openNote,
  originOf,
  readCheckpoint,
  readPublicKey,
  signNote,
  writeCheckpoint,
  writePublicKey,
} from '../../../core/custody/note.ts'
import { instant } from '../../../core/base/units.ts'
import { aKey, hasher } from './world.ts'
import { runs } from '../../property/runs.ts'

const signer = await aKey()
const other = await aKey()
const key = signer.publicKey
const open = (note: string, by = key): string | undefined => openNote(signer, hasher, note, by)

describe('bytes as text', () => {
  test('base64 and hexadecimal are what Node makes of any bytes, and come back', () => {
    for (let length = 0; length < 70; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length * 101) % 256)
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'))
      expect(fromBase64(toBase64(bytes))).toEqual(bytes)
      expect(fromHex(toHex(bytes))).toEqual(bytes)
    }
  })

  test.each(['A', 'AA', 'AAA', 'AA==A', 'A===', 'AB==', 'AAB=', 'AA-_', 'AA ==', '=AAA', 'AA=A'])(
    '%o is no base64',
    (text) => {
      expect(fromBase64(text)).toBeUndefined()
    },
  )

  test.each(['a', 'AB', '0g', ' 00'])('%o is no hexadecimal', (text) => {
    expect(fromHex(text)).toBeUndefined()
  })
})

describe('signed notes', () => {
  test('a note says its text under the name of its key, in the form of C2SP', () => {
    const note = signNote(signer, hasher, 'one\n\ntwo\n')
    expect(note).toMatch(/^one\n\ntwo\n\n— amin\/[0-9a-f]{16} [A-Za-z0-9+/]+={0,2}\n$/)
    const raw = Buffer.from(note.trimEnd().split(' ').at(-1) ?? '', 'base64')
    const name = originOf(hasher, key)
    const id = hasher.digest(name, new Uint8Array([10, 1]), key).slice(0, 4)
    expect(raw.subarray(0, 4)).toEqual(Buffer.from(id))
    expect(signer.verify(key, hasher.utf8('one\n\ntwo\n'), new Uint8Array(raw.subarray(4)))).toBe(true)
    expect(open(note)).toBe('one\n\ntwo\n')
    expect(signNote(signer, hasher, 'one\n\ntwo\n')).toBe(note)
  })

  test('signatures of others stand beside ours and say nothing', () => {
    const text = 'a line\n'
    const lines = [signNote(other, hasher, text), signNote(signer, hasher, text)].map((note) =>
      note.slice(text.length + 1),
    )
    expect(open(`${text}\n${lines.join('')}`)).toBe(text)
    expect(open(`${text}\n${lines[0] ?? ''}`)).toBeUndefined()
    expect(open(signNote(signer, hasher, text), other.publicKey)).toBeUndefined()
  })

  test.each(['', 'no newline', 'a\u0000b\n', 'a\tb\n', 'a\r\n', 'lone \ud800\n'])(
    'no note holds %o',
    (text) => {
      expect(() => signNote(signer, hasher, text)).toThrow(TypeError)
    },
  )

  test('what is no note, or is one with a second or a broken signature of ours, is not read', () => {
    const note = signNote(signer, hasher, 'text\n')
    const [, line = ''] = /\n\n(.*\n)$/s.exec(note) ?? []
    for (const wrong of [
      '',
      '\n',
      'text\n',
      'text\n\n',
      note.trimEnd(),
      `${note}\n`,
      `${note}${line}`,
      note.replace('— ', '- '),
      note.replace('— ', '—  '),
      note.replace('\n\n', '\n'),
      note.replace('\n\n', '\r\n\r\n'),
      note.replace('text', 'Text'),
      note.replace('text', 'text\ntext'),
      `${note}rubbish\n`,
      `${'x'.repeat(70_000)}\n\n${line}`,
    ])
      expect(open(wrong), JSON.stringify(wrong).slice(0, 80)).toBeUndefined()
  })

  test('law: no character of a note can be another', () => {
    const note = signNote(signer, hasher, 'amin-bundle/1\nABCD2345\n')
    assertLaw(
      property(nat(note.length - 1), stringMatching(/^[ -~\n—]$/), (at, letter) => {
        const changed = note.slice(0, at) + letter + note.slice(at + 1)
        expect(open(changed)).toBe(changed === note ? 'amin-bundle/1\nABCD2345\n' : undefined)
      }),
      runs(400),
    )
  })
})

describe('public keys', () => {
  test('a key is written for programs and for openssl, and is read back', () => {
    const text = writePublicKey(hasher, key)
    expect(text).toMatch(
      /^amin\/[0-9a-f]{16}\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}\n-----BEGIN PUBLIC KEY-----\n\S+\n-----END PUBLIC KEY-----\n$/,
    )
    expect(readPublicKey(hasher, text)).toEqual(key)
  })

  test('a key that was changed anywhere is not read', () => {
    const text = writePublicKey(hasher, key)
    for (let at = 0; at < text.length; at++)
      expect(
        readPublicKey(hasher, `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`),
      ).toBeUndefined()
  })
})

describe('checkpoints', () => {
  const stated = {
    origin: originOf(hasher, key),
    size: 12,
    root: hasher.digest('root'),
    at: instant(1_795_000_000_123),
  }

  test('a checkpoint has the lines of the format, and the time in UTC', () => {
    const text = writeCheckpoint(stated)
    const root = Buffer.from(stated.root).toString('base64')
    expect(text).toBe(`${stated.origin}\n12\n${root}\ntime ${new Date(stated.at).toISOString()}\n`)
    expect(readCheckpoint(text)).toEqual({
      origin: stated.origin,
      size: 12,
      root: stated.root,
      time: new Date(stated.at).toISOString(),
    })
  })

  test('what has another form is not read', () => {
    const text = writeCheckpoint(stated)
    for (const wrong of [
      '',
      text.trimEnd(),
      `${text}\n`,
      `${text}more\n`,
      ` ${text}`,
      text.replace('\n12\n', '\n012\n'),
      text.replace('\n12\n', '\n-12\n'),
      text.replace('\n12\n', '\n12.5\n'),
      text.replace('\n12\n', '\n9999999999999999\n'),
      text.replace('amin/', 'other/'),
      text.replace('time ', 'at '),
      text.replace('Z\n', '+00:00\n'),
      text.replace('=\n', '\n'),
    ])
      expect(readCheckpoint(wrong), JSON.stringify(wrong)).toBeUndefined()
  })
})
