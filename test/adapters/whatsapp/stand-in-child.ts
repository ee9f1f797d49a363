/** The child with the least of a mapping. */
import '../../../adapters/whatsapp/harden.ts'
import { runChild } from '../../../adapters/whatsapp/run-child.ts'
import { makeStandIn } from './stand-in.ts'

runChild(makeStandIn)
