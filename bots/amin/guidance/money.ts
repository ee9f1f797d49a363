import type { Condition } from '../../../core/model/condition.ts'
import type { Guide } from '../../../core/model/guidance.ts'
import { is, paid } from './conditions.ts'
import { guide } from './guide.ts'

/** For who has paid: who has not is told not to, by the cards of the conversation. */
const paidBy = (way: string): Condition => ({ all: [is('money-way', way), paid] })

const of = (id: string, name: string, address: string): Guide =>
  guide(name, address, { id, topic: id, steps: 5, when: paidBy(id) })

export const money: readonly Guide[] = [
  of('zaincash', 'ZainCash', 'www.zaincash.iq'),
  of('fastpay', 'FastPay, Central Bank of Iraq', 'www.cbi.iq'),
  of('asiahawala', 'AsiaHawala', 'www.asiahawala.iq'),
  of('cards', 'Qi Card, Central Bank of Iraq', 'qi.iq, www.cbi.iq'),
  of('exchange', 'Western Union, MoneyGram', 'www.westernunion.com, www.moneygram.com'),
  of('crypto', 'FBI Internet Crime Complaint Center, cryptocurrency', 'www.ic3.gov'),
]
