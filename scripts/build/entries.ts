/**
 * What is started as a process or a thread of its own beside the server, by its source, and what it is called in the
 * build.
 */
export const CHILDREN: Readonly<Record<string, string>> = {
  'adapters/imaging/child.ts': 'imaging',
  'adapters/examination/child/child.ts': 'examination',
  'adapters/report/child.ts': 'report',
  'adapters/sentences/child.ts': 'sentences',
  'adapters/ocr/child/child.ts': 'ocr',
  'adapters/channels/whatsapp/child.ts': 'whatsapp',
  'adapters/channels/whatsapp/harden.ts': 'whatsapp-harden',
}

/**
 * Packages that stay in node_modules: native code, WebAssembly and fonts that look for files beside
 * themselves; MongoDB's and
 * Telegram's, which are loaded where they are used; and WhatsApp's, of which one function is replaced while
 * it runs (adapters/channels/whatsapp/harden.ts).
 */
export const APART: readonly string[] = [
  'sharp',
  'mupdf',
  '@contentauth/c2pa-wasm',
  'heic-decode',
  '@myriaddreamin/typst-ts-node-compiler',
  'mongoose',
  'mongodb',
  'grammy',
  '@whiskeysockets/baileys',
  '@botpress/sdk',
  '@botpress/client',
]
