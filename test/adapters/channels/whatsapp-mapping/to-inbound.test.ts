import { proto } from '@whiskeysockets/baileys'
import { describe, expect, test } from 'vitest'
import { makeIdentity } from '../../../../adapters/channels/whatsapp/identity.ts'
import { readMediaRef } from '../../../../adapters/channels/whatsapp/media-ref.ts'
import { makeToInbound } from '../../../../adapters/channels/whatsapp/to-inbound.ts'
import { file, LID, makeMapped, makeNames, makeTable, PN, rawOf, RECEIVED, rowOf, SENT } from './rows.ts'

const { REVOKE, MESSAGE_EDIT, EPHEMERAL_SETTING, HISTORY_SYNC_NOTIFICATION } =
  proto.Message.ProtocolMessage.Type
const { MEDIA_ALBUM, HD_IMAGE_DUAL_UPLOAD } = proto.MessageAssociation.AssociationType
const { item, map, identity } = makeMapped()

describe('words', () => {
  test('a text keeps its words, its id, its time and who wrote it, and nothing of the address', () => {
    expect(item({ conversation: 'مرحبا' })).toEqual({
      v: 1,
      channel: 'whatsapp',
      account: 'main',
      chat: 'contact-1',
      message: '3A0123456789ABCDEF01',
      edit: 0,
      sentAt: SENT * 1000,
      from: { name: 'Sara' },
      body: { kind: 'text', text: 'مرحبا' },
    })
  })

  test.each(['1', '٣', '0', '/exit'])('%s is a word like any other', (words) => {
    expect(item({ conversation: words }).body).toEqual({ kind: 'text', text: words })
  })

  test('an extended text is a text; with the preview of a link it is kept whole, without the picture', () => {
    expect(item({ extendedTextMessage: { text: 'hi' } })).toMatchObject({
      body: { kind: 'text', text: 'hi' },
    })
    expect(item({ extendedTextMessage: { text: 'hi' } }).raw).toBeUndefined()
    const link = item({
      extendedTextMessage: {
        text: 'https://x.example/a',
        matchedText: 'https://x.example/a',
        title: 'Win',
        jpegThumbnail: new Uint8Array(99),
      },
    })
    expect(rawOf(link)).toMatchObject({ message: { extendedTextMessage: { title: 'Win' } } })
    expect(link.raw).not.toContain('jpegThumbnail')
  })

  test('a quote is kept whole, with what it quotes but no key and no picture of it', () => {
    const quoted = item({
      extendedTextMessage: {
        text: 'this one',
        contextInfo: {
          stanzaId: 'ABC',
          participant: PN,
          quotedMessage: {
            imageMessage: { ...file, caption: 'old', jpegThumbnail: new Uint8Array([255, 216, 255]) },
          },
        },
      },
    })
    expect(rawOf(quoted)).toMatchObject({
      message: {
        extendedTextMessage: {
          contextInfo: {
            stanzaId: 'ABC',
            quotedMessage: { imageMessage: { caption: 'old', fileSha256: '02'.repeat(32) } },
          },
        },
      },
    })
    expect(quoted.raw).not.toMatch(/mediaKey"|jpegThumbnail/)
  })

  test('a forward says how often, and that it is one', () => {
    const forwarded = item({
      extendedTextMessage: { text: 'pay', contextInfo: { isForwarded: true, forwardingScore: 7 } },
    })
    expect(JSON.parse(forwarded.forward!)).toEqual({ isForwarded: true, forwardingScore: 7 })
    expect(forwarded.raw).toBeDefined()
    expect(
      item({ extendedTextMessage: { text: 'pay', contextInfo: { forwardingScore: 1 } } }).forward,
    ).toBeDefined()
    expect(
      item({ extendedTextMessage: { text: 'pay', contextInfo: { isForwarded: false } } }).forward,
    ).toBeUndefined()
  })

  test('a message that holds two things is kept whole', () => {
    const both = item({ conversation: 'hi', imageMessage: file })
    expect(both.body).toEqual({ kind: 'text', text: 'hi' })
    expect(rawOf(both)).toMatchObject({ message: { imageMessage: { fileSha256: '02'.repeat(32) } } })
  })

  test('words that no app lets anybody write are cut, and the message is kept whole beside them', () => {
    const words = 'x'.repeat(200_000)
    const long = item({ conversation: words })
    expect(long.body).toEqual({ kind: 'text', text: 'x'.repeat(131_072) })
    expect(rawOf(long)).toMatchObject({ message: { conversation: words } })
    expect(rawOf(item({ conversation: 'x'.repeat(2_000_000) }))).toEqual({
      tooLong: expect.any(Number) as number,
    })
  })
})

describe('files', () => {
  test.each<[string, proto.IMessage, object]>([
    [
      'image',
      { imageMessage: { ...file, mimetype: 'image/jpeg', caption: 'look', width: 720, height: 1280 } },
      { kind: 'photo', capture: 'recompressed' },
    ],
    [
      'video',
      { videoMessage: { ...file, mimetype: 'video/mp4', caption: 'look', seconds: 9 } },
      { kind: 'video', capture: 'recompressed', duration: 9 },
    ],
    [
      'moving picture',
      { videoMessage: { ...file, caption: 'look', gifPlayback: true } },
      { kind: 'animation', capture: 'recompressed' },
    ],
    [
      'document',
      { documentMessage: { ...file, caption: 'look', fileName: '../../a.pdf', pageCount: 3 } },
      { kind: 'document', capture: 'as_sent', fileName: '../../a.pdf' },
    ],
    [
      'document with a caption',
      {
        documentWithCaptionMessage: {
          message: { documentMessage: { ...file, caption: 'look', title: 'a' } },
        },
      },
      { kind: 'document', fileName: 'a' },
    ],
    [
      'voice',
      { audioMessage: { ...file, ptt: true, seconds: 4, waveform: new Uint8Array(64) } },
      { kind: 'voice', capture: 'as_sent', duration: 4 },
    ],
    ['audio', { audioMessage: { ...file, mimetype: 'audio/mpeg' } }, { kind: 'audio', capture: 'as_sent' }],
    ['video note', { ptvMessage: { ...file, seconds: 5 } }, { kind: 'video_note', capture: 'recompressed' }],
    [
      'sticker',
      { stickerMessage: { ...file, mimetype: 'image/webp' } },
      { kind: 'photo', capture: 'as_sent', facts: { sticker: 1 } },
    ],
    [
      'moving sticker',
      {
        lottieStickerMessage: { message: { stickerMessage: { ...file, isAnimated: true, isLottie: true } } },
      },
      { kind: 'animation', facts: { animated: 1, lottie: 1 } },
    ],
  ])('%s is what it is, with what the phone attested of it', (_, message, media) => {
    const { body } = item(message)
    expect(body).toMatchObject({
      kind: 'media',
      media: {
        size: 4_321,
        facts: { sha256: '02'.repeat(32), enc_sha256: '03'.repeat(32), media_key_at: 1_799_999_000 },
      },
    })
    expect(body).toMatchObject({ media })
    if (JSON.stringify(message).includes('look')) expect(body).toMatchObject({ caption: 'look' })
  })

  test('facts are what the phone attested, by name', () => {
    const { body } = item({ documentMessage: { ...file, pageCount: 3 } })
    expect(body).toMatchObject({ media: { facts: { pages: 3 } } })
    expect(
      item({ audioMessage: { ...file, ptt: true, seconds: 4, waveform: new Uint8Array(64) } }).body,
    ).toMatchObject({
      media: { facts: { seconds: 4, waveform_length: 64 } },
    })
    expect(item({ imageMessage: { ...file, width: 720, height: 1280 } }).body).toMatchObject({
      media: { facts: { width: 720, height: 1280 } },
    })
  })

  test('the reference holds what the download and another upload need, and says which message it was', () => {
    const { body } = item({ ptvMessage: file }, { id: 'FILE1' })
    expect(body.kind === 'media' && readMediaRef(body.media.ref)).toEqual({
      v: 1,
      type: 'video',
      path: file.directPath,
      url: file.url,
      key: Buffer.alloc(32, 1).toString('base64'),
      sha256: Buffer.alloc(32, 2).toString('base64'),
      encSha256: Buffer.alloc(32, 3).toString('base64'),
      size: 4_321,
      chat: LID,
      message: 'FILE1',
      field: 'videoMessage',
    })
  })

  test.each<[string, proto.Message.IImageMessage]>([
    ['its key', { ...file, mediaKey: null }],
    ['half of its key', { ...file, mediaKey: new Uint8Array(16) }],
    ['the hash of the file', { ...file, fileSha256: null }],
    ['the hash of what was encrypted', { ...file, fileEncSha256: new Uint8Array(0) }],
    ['a place', { ...file, directPath: null, url: '' }],
    ['a place that fits', { ...file, directPath: `/${'x'.repeat(3_000)}`, url: null }],
  ])('a picture without %s could not be checked, so nothing arrived', (_, imageMessage) => {
    const lost = item({ imageMessage })
    expect(lost.body).toEqual({ kind: 'unsupported', what: 'unreadable' })
    expect(lost.raw).toBeDefined()
  })

  test('the parts of an album name it, and its parent says nothing', () => {
    expect(map(rowOf({ albumMessage: { expectedImageCount: 3 } }))).toEqual([])
    const part: proto.IMessage = {
      imageMessage: file,
      messageContextInfo: {
        messageAssociation: {
          associationType: MEDIA_ALBUM,
          parentMessageKey: { remoteJid: LID, id: 'ALBUM' },
        },
      },
    }
    expect(item(part).body).toMatchObject({
      kind: 'media',
      album: 'ALBUM',
      media: { facts: { belongs_to: 'ALBUM' } },
    })
    expect(item({ associatedChildMessage: { message: part } }).body).toMatchObject({
      kind: 'media',
      album: 'ALBUM',
    })
    const { imageMessage, ...about } = part
    expect(
      item({ ...about, associatedChildMessage: { message: { imageMessage } } } as proto.IMessage).body,
    ).toMatchObject({
      album: 'ALBUM',
    })
    const sharper: proto.IMessage = {
      imageMessage: file,
      messageContextInfo: {
        messageAssociation: { associationType: HD_IMAGE_DUAL_UPLOAD, parentMessageKey: { id: 'FIRST' } },
      },
    }
    const { body } = item({ associatedChildMessage: { message: sharper } })
    expect(body).toMatchObject({
      media: { facts: { belongs_to: 'FIRST', association: HD_IMAGE_DUAL_UPLOAD } },
    })
    expect(body).not.toHaveProperty('album')
  })

  test('a forwarded file says so twice: beside it and on it', () => {
    const forwarded = item({
      imageMessage: { ...file, contextInfo: { isForwarded: true, forwardingScore: 3 } },
    })
    expect(forwarded).toMatchObject({
      forward: expect.any(String) as string,
      body: { media: { facts: { forwarding_score: 3 } } },
    })
  })
})

describe('what disappears', () => {
  test('envelopes are noted before they are opened', () => {
    const wrapped = item({
      ephemeralMessage: {
        message: { extendedTextMessage: { text: 'hi', contextInfo: { expiration: 604_800 } } },
      },
    })
    expect(wrapped.body).toEqual({ kind: 'text', text: 'hi' })
    expect(rawOf(wrapped)).toMatchObject({ wrappers: ['ephemeralMessage'] })
    const picture = item({
      viewOnceMessageV2: {
        message: { imageMessage: { ...file, viewOnce: true, contextInfo: { expiration: 86_400 } } },
      },
    })
    expect(picture.body).toMatchObject({
      kind: 'media',
      media: { facts: { view_once: 1, disappears_after: 86_400 } },
    })
    expect(rawOf(picture)).toMatchObject({ wrappers: ['viewOnceMessageV2'] })
  })

  test('the timer of a chat is the one that was seen last, until it is switched off', () => {
    const contact = item({ conversation: 'hi' }).chat
    expect(identity.reach(contact)).toMatchObject({ timer: 86_400 })
    expect(
      map(rowOf({ protocolMessage: { type: EPHEMERAL_SETTING, ephemeralExpiration: 604_800 } })),
    ).toEqual([])
    expect(identity.reach(contact)).toMatchObject({ timer: 604_800 })
    item({ extendedTextMessage: { text: 'x', contextInfo: { expiration: 4_000_000_000 } } })
    expect(identity.reach(contact)).toMatchObject({ timer: 604_800 })
    map(rowOf({ protocolMessage: { type: EPHEMERAL_SETTING } }))
    expect(identity.reach(contact)).toMatchObject({ timer: 0 })
  })

  test('view-once content that was kept from us, and what could not be read, are said not to have arrived', () => {
    const once = item(undefined, { kind: 'view_once', id: 'ONE' })
    expect(once).toMatchObject({
      message: 'view_once:ONE',
      edit: 0,
      body: { kind: 'unsupported', what: 'view_once' },
    })
    expect(item(undefined, { kind: 'unreadable', id: 'ONE' })).toMatchObject({ body: { what: 'unreadable' } })
    expect(item({ viewOnceMessage: { message: { imageMessage: { caption: 'x' } } } }).body).toEqual({
      kind: 'unsupported',
      what: 'view_once',
    })
    expect(item({ audioMessage: { viewOnce: true } }).body).toEqual({
      kind: 'unsupported',
      what: 'view_once',
    })
    expect(item({ viewOnceMessage: {} }).body).toEqual({ kind: 'unsupported', what: 'view_once' })
    expect(item({ placeholderMessage: {} }).body).toEqual({ kind: 'unsupported', what: 'unreadable' })
  })

  test('what was not read does not take the place of what may still come', () => {
    const stub = item(undefined, { kind: 'unreadable', id: 'LATE' })
    const real = item({ conversation: 'here' }, { id: 'LATE' })
    expect(stub.chat).toBe(real.chat)
    expect(stub.message).not.toBe(real.message)
  })
})

describe('changes', () => {
  const edit = (now: proto.IMessage, id: string): ReturnType<typeof item> =>
    item(
      {
        editedMessage: {
          message: {
            protocolMessage: {
              type: MESSAGE_EDIT,
              key: { fromMe: true, id: 'ORIGINAL' },
              editedMessage: now,
            },
          },
        },
      },
      { id },
    )

  test('an edit is a revision of what it changes', () => {
    const edited = edit({ conversation: 'better' }, 'E1')
    expect(edited).toMatchObject({
      message: 'ORIGINAL',
      body: { kind: 'text', text: 'better' },
      sentAt: SENT * 1000,
    })
    expect(edited.edit).toBeGreaterThan(0)
    expect(edited.raw).toContain('editedMessage')
  })

  test('each edit has a number of its own, the same one however often it comes, and later ones have higher numbers', () => {
    const [first, again, second] = [
      edit({ conversation: 'a' }, 'E1'),
      edit({ conversation: 'a' }, 'E1'),
      edit({ conversation: 'b' }, 'E2'),
    ]
    expect(again.edit).toBe(first.edit)
    expect(second.edit).not.toBe(first.edit)
    const key = { fromMe: true, id: 'ORIGINAL' }
    const next = item(
      { protocolMessage: { type: MESSAGE_EDIT, key, editedMessage: { conversation: 'c' } } },
      { id: 'E0', at: SENT + 1 },
    )
    expect(next.edit).toBeGreaterThan(Math.max(first.edit, second.edit))
    expect(Number.isSafeInteger(next.edit)).toBe(true)
  })

  test('the changed words under a picture are read though the picture does not come again', () => {
    expect(edit({ imageMessage: { caption: 'new words' } }, 'E3').body).toEqual({
      kind: 'text',
      text: 'new words',
    })
  })

  test('an edit that cannot be read is a revision all the same', () => {
    const secret = item({
      secretEncryptedMessage: { targetMessageKey: { id: 'ORIGINAL' }, encPayload: new Uint8Array(9) },
    })
    expect(secret).toMatchObject({ message: 'ORIGINAL', body: { kind: 'unsupported', what: 'edited' } })
    expect(secret.edit).toBeGreaterThan(0)
    expect(edit({}, 'E4').body).toEqual({ kind: 'unsupported', what: 'edited' })
  })

  test('a deletion is a revision that says so, and removes nothing', () => {
    const deleted = item(
      { protocolMessage: { type: REVOKE, key: { fromMe: true, id: 'ORIGINAL' } } },
      { id: 'D1' },
    )
    expect(deleted).toMatchObject({ message: 'ORIGINAL', body: { kind: 'unsupported', what: 'deleted' } })
    expect(deleted.edit).toBeGreaterThan(0)
  })

  test('a change of nothing, and what devices tell each other, is nothing that anybody said', () => {
    expect(map(rowOf({ protocolMessage: { type: REVOKE } }))).toEqual([])
    expect(map(rowOf({ protocolMessage: { type: HISTORY_SYNC_NOTIFICATION, key: { id: 'x' } } }))).toEqual([])
  })
})

describe('other kinds', () => {
  const card = (name: string, phone: string) =>
    `BEGIN:VCARD\r\nVERSION:3.0\r\nN:;${name};;;\r\nFN:${name}\r\nitem1.TEL;waid=${phone.replace(/\D/g, '')}:${phone}\r\nPHOTO;BASE64:AAAA\r\n BBBB\r\nEND:VCARD`

  test('a contact is its name, its number and the card as it came, its picture with it, which stands nowhere else', () => {
    const vcard = card('Suspect', '+964 770 000 0000')
    const contact = item({ contactMessage: { displayName: 'Suspect', vcard } })
    expect(contact.body).toEqual({
      kind: 'contact',
      name: 'Suspect',
      phone: '+964 770 000 0000',
      card: vcard,
    })
    expect(contact.raw).toContain('BEGIN:VCARD')
    expect(contact.raw).not.toMatch(/PHOTO|BBBB/)
  })

  test('a card that is too long with its picture is kept without it, and whole but for that', () => {
    const vcard = card('Suspect', '+964 770 000 0000').replace('BBBB', 'B'.repeat(300_000))
    expect(item({ contactMessage: { displayName: 'Suspect', vcard } }).body).toMatchObject({
      phone: '+964 770 000 0000',
      card: 'BEGIN:VCARD\r\nVERSION:3.0\r\nN:;Suspect;;;\r\nFN:Suspect\r\nitem1.TEL;waid=9647700000000:+964 770 000 0000\r\nEND:VCARD',
    })
  })

  test('several contacts come as one, with all numbers', () => {
    const contacts = [
      { displayName: 'A', vcard: card('A', '+9647700000001') },
      { displayName: 'B', vcard: card('B', '+9647700000002') },
    ]
    expect(item({ contactsArrayMessage: { contacts } }).body).toEqual({
      kind: 'contact',
      name: 'A, B',
      phone: '+9647700000001, +9647700000002',
      card: expect.stringMatching(/FN:A[^]*FN:B/) as string,
    })
  })

  test('a place is a place, alive or not, and nonsense is none', () => {
    const place = { degreesLatitude: 36.19, degreesLongitude: 44.01 }
    expect(item({ locationMessage: { ...place, name: 'Café' } })).toMatchObject({
      body: { kind: 'location', latitude: 36.19, longitude: 44.01, name: 'Café' },
      raw: expect.stringContaining('Café') as string,
    })
    expect(item({ liveLocationMessage: place }).body).toEqual({
      kind: 'location',
      latitude: 36.19,
      longitude: 44.01,
      live: true,
    })
    expect(item({ locationMessage: { degreesLatitude: Number.NaN, degreesLongitude: 4 } }).body).toEqual({
      kind: 'unsupported',
      what: 'location',
    })
    expect(item({ locationMessage: { degreesLatitude: 91, degreesLongitude: 4 } }).body).toEqual({
      kind: 'unsupported',
      what: 'location',
    })
  })

  test('a poll is numbered text only where it is wanted', () => {
    const poll: proto.IMessage = {
      pollCreationMessageV3: { name: 'Pay?', options: [{ optionName: 'yes' }, { optionName: 'no' }] },
    }
    expect(item(poll)).toMatchObject({
      body: { kind: 'unsupported', what: 'poll' },
      raw: expect.stringContaining('Pay?') as string,
    })
    const text = makeMapped({ pollsAsText: true }).item(poll)
    expect(text).toMatchObject({
      body: { kind: 'text', text: 'Pay?\n1. yes\n2. no' },
      raw: expect.stringContaining('poll') as string,
    })
  })

  test('a choice is a press where the core made it, and else what it said', () => {
    expect(
      item({ buttonsResponseMessage: { selectedButtonId: '3:age:over-18', selectedDisplayText: 'yes' } })
        .body,
    ).toEqual({
      kind: 'press',
      token: '3:age:over-18',
    })
    expect(
      item({ buttonsResponseMessage: { selectedButtonId: "'; drop", selectedDisplayText: 'yes' } }).body,
    ).toEqual({
      kind: 'text',
      text: 'yes',
    })
    expect(
      item({ listResponseMessage: { title: 'Second', singleSelectReply: { selectedRowId: 'row two' } } })
        .body,
    ).toEqual({
      kind: 'text',
      text: 'Second',
    })
    expect(
      item({ listResponseMessage: { title: 'x', singleSelectReply: { selectedRowId: '0:!language:ar' } } })
        .body,
    ).toMatchObject({
      kind: 'press',
    })
    expect(
      item({ templateButtonReplyMessage: { selectedId: 'x', selectedDisplayText: 'Call me' } }).body,
    ).toEqual({
      kind: 'text',
      text: 'Call me',
    })
    expect(item({ interactiveResponseMessage: { body: { text: 'Done' } } }).body).toEqual({
      kind: 'text',
      text: 'Done',
    })
    expect(item({ buttonsResponseMessage: {} }).body).toEqual({
      kind: 'unsupported',
      what: 'buttons_response',
    })
  })

  test('the words of a message that a business made are read', () => {
    expect(
      item({ templateMessage: { hydratedTemplate: { hydratedContentText: 'Your account' } } }).body,
    ).toEqual({
      kind: 'text',
      text: 'Your account',
    })
    expect(item({ interactiveMessage: { body: { text: 'Tap here' } } })).toMatchObject({
      body: { kind: 'text', text: 'Tap here' },
    })
    expect(item({ listMessage: { title: 'Menu' } }).body).toEqual({ kind: 'text', text: 'Menu' })
  })

  test.each<[string, proto.IMessage]>([
    ['group_invite', { groupInviteMessage: { groupName: 'g', inviteCode: 'c' } }],
    ['event', { eventMessage: { name: 'e' } }],
    ['call_log', { callLogMesssage: { isVideo: true } }],
    ['order', { orderMessage: { orderId: '1' } }],
    ['sticker_pack', { stickerPackMessage: { name: 'p' } }],
  ])('a %s is named and kept whole', (what, message) => {
    const kept = item(message)
    expect(kept.body).toEqual({ kind: 'unsupported', what })
    expect(kept.raw).toBeDefined()
  })

  test.each<[string, proto.IMessage]>([
    ['a vote', { pollUpdateMessage: { pollCreationMessageKey: { id: 'x' } } }],
    ['a pin', { pinInChatMessage: { key: { id: 'x' } } }],
    ['a kept message', { keepInChatMessage: { key: { id: 'x' } } }],
  ])('%s is nothing that anybody said', (_, message) => {
    expect(map(rowOf(message))).toEqual([])
  })

  test.each([['👍'], ['']])(
    'a reaction is kept under a number of its own, with the message that it is under: "%s"',
    (emoji) => {
      const kept = item({ reactionMessage: { key: { id: 'OURS', fromMe: false }, text: emoji } })
      expect(kept).toMatchObject({ edit: 0, body: { kind: 'reaction', emoji, of: 'OURS' } })
      expect(kept.message).not.toBe('OURS')
    },
  )

  test('a reaction under nothing that is named is nothing', () => {
    expect(map(rowOf({ reactionMessage: { text: '👍' } }))).toEqual([])
  })
})

describe('where it comes from', () => {
  test('a message in clear is marked, for the server could have written it', () => {
    const clear = item({ conversation: 'hi' }, { facts: { endToEnd: false } })
    expect(clear.body).toEqual({ kind: 'text', text: 'hi' })
    expect(rawOf(clear)).toMatchObject({ endToEnd: false, message: { conversation: 'hi' } })
    expect(item({ imageMessage: file }, { facts: { endToEnd: false } }).body).toMatchObject({
      media: { facts: { end_to_end: 0 } },
    })
  })

  test.each([
    '123-456@g.us',
    'status@broadcast',
    '123@newsletter',
    '123@broadcast',
    '0@s.whatsapp.net',
    '123@bot',
    '',
    'x@lid',
  ])('%s is nobody who could report', (chat) => {
    expect(map(rowOf({ conversation: 'hi' }, { facts: { chat } }))).toEqual([])
  })

  describe('what was written on our own phone', () => {
    const own = (row: number, id = 'OWN1') =>
      rowOf({ conversation: 'I am Layla' }, { row, id, name: 'The team', facts: { fromMe: true } })

    test('is no word where it is only a mark under a message', () => {
      const mapped = makeMapped()
      mapped.item({ conversation: 'help' }, { row: 1 })
      expect(
        mapped.map(
          rowOf({ reactionMessage: { key: { id: 'x' }, text: '👍' } }, { row: 2, facts: { fromMe: true } }),
        ),
      ).toEqual([])
    })

    test('is in the chat of whom it was written to, as the phone’s, and nobody’s name stands by it', () => {
      const mapped = makeMapped()
      const hers = mapped.item({ conversation: 'help' }, { row: 1 })
      expect(mapped.map(own(2))).toEqual([
        expect.objectContaining({
          by: 'phone',
          chat: hers.chat,
          from: {},
          body: { kind: 'text', text: 'I am Layla' },
        }),
      ])
    })

    test('to somebody who never wrote is nothing, and they are not remembered by it', () => {
      const table = makeTable()
      const toInbound = makeToInbound({ identity: makeIdentity(table, makeNames()) })
      expect(toInbound(own(1))).toEqual([])
      expect(table.ids()).toEqual([])
    })

    test('is the same nothing when the row comes again after they wrote', () => {
      const mapped = makeMapped()
      mapped.item({ conversation: 'help' }, { row: 2 })
      expect(mapped.map(own(1))).toEqual([])
    })

    test('is nothing where this program had sent it itself', () => {
      const mapped = makeMapped({ isOurs: (id) => id === 'OWN1' })
      mapped.item({ conversation: 'help' }, { row: 1 })
      expect(mapped.map(own(2))).toEqual([])
      expect(mapped.map(own(3, 'OWN2'))).toHaveLength(1)
    })
  })

  test('what was written before the account was linked is nobody’s case, and what came after is', () => {
    const mapped = makeMapped({ linkedAt: () => SENT * 1000 })
    const day = 24 * 3600
    expect(
      mapped.map(
        rowOf({ conversation: 'mum: bring bread please' }, { at: SENT - 20 * day, facts: { offline: true } }),
      ),
    ).toEqual([])
    expect(mapped.map(rowOf({ conversation: 'he threatens me' }, { at: SENT - 3600 }))).toEqual([])
    expect(mapped.map(rowOf({ conversation: 'he threatens me' }, { at: SENT - 60 }))).toHaveLength(1)
    expect(mapped.map(rowOf({ conversation: 'he threatens me' }, { at: SENT + 1 }))).toHaveLength(1)
  })

  test('a call is a call of that person, with or without video', () => {
    const { chat } = item({ conversation: 'hi' })
    expect(map(rowOf(undefined, { id: 'call:C1', kind: 'call' }))).toMatchObject([
      { chat, message: 'call:C1', body: { kind: 'call' } },
    ])
    const video = map(rowOf(undefined, { id: 'call:C2', kind: 'call', facts: { video: true } }))
    expect(video).toMatchObject([{ body: { kind: 'call', video: true } }])
  })

  test('a message of the same person is of the same contact under either address', () => {
    const one = item({ conversation: '1' }, { facts: { chat: LID, alt: PN } })
    const two = item({ conversation: '2' }, { facts: { chat: PN, alt: LID } })
    expect(two.chat).toBe(one.chat)
    expect(JSON.stringify(one)).not.toMatch(/9647701234567|100000000000007/)
  })

  test.each([
    ['the platform says', SENT, SENT * 1000],
    ['we received it, where it is far in the future', 1_900_000_000, RECEIVED],
    ['we received it, where there is none', 0, RECEIVED],
    ['we received it, where it is beyond all time', 2 ** 40, RECEIVED],
  ])('the time is the one that %s', (_, at, expected) => {
    expect(item({ conversation: 'hi' }, { at }).sentAt).toBe(expected)
  })

  test('mapping a row twice gives the same items', () => {
    const row = rowOf({ imageMessage: { ...file, contextInfo: { expiration: 5 } } }, { row: 9 })
    expect(map(row)).toEqual(map(row))
  })
})
