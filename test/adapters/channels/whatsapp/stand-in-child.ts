/** The child with the least of a mapping. */
import '../../../../adapters/channels/whatsapp/harden.ts'
import { runChild } from '../../../../adapters/channels/whatsapp/run-child.ts'
import { makeStandIn } from './stand-in.ts'

runChild(makeStandIn)
