/**
 * The process that speaks WhatsApp: the library, its keys and its crashes stay in here, and so does
 * code under GPL-3.0 (adapters/channels/whatsapp/README.md). Started by process.ts with `--import
 * harden.ts`; hears its parent over IPC and ends with it.
 */
import './harden.ts'
import { makeMapping } from './compose-mapping.ts'
import { runChild } from './run-child.ts'

runChild(makeMapping)
