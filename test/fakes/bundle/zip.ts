import { crc32 } from 'node:zlib'

export type ZipMember = { readonly name: string; readonly bytes: Uint8Array }

/**
 * A stored ZIP of these members in this order, as the format of bundles wants it but for the order:
 * that is the caller's to keep or to break.
 */
export const packMembers = (members: readonly ZipMember[]): Buffer => {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { name, bytes } of members) {
    const raw = Buffer.from(name)
    // Version 2.0, UTF-8 names, stored, 00:00 on 1980-01-01: what both headers share.
    const shared = Buffer.from('14000008000000002100', 'hex')
    const sizes = Buffer.alloc(16)
    sizes.writeUInt32LE(crc32(bytes), 0)
    sizes.writeUInt32LE(bytes.length, 4)
    sizes.writeUInt32LE(bytes.length, 8)
    sizes.writeUInt16LE(raw.length, 12)
    parts.push(Buffer.from('PK\u0003\u0004'), shared, sizes, raw, bytes)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(0o100644 * 0x10000, 6)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\u0001\u0002'), Buffer.of(20, 3), shared, sizes, rest, raw)
    offset += 30 + raw.length + bytes.length
  }
  const table = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(table.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, table, end])
}
