import type { Refusal } from '../../core/custody/exchange/refusal.ts'

/* What server and client of an exchange agree on. */

export const PATH = '/exchange/v1'
export const TYPE = 'text/plain; charset=utf-8'
/** What is not named here is 400. */
export const STATUS: Readonly<Partial<Record<Refusal, number>>> = {
  stranger: 403,
  budget_spent: 429,
  replayed: 409,
  out_of_turn: 409,
}
