import type { CaseCode, InboundId } from '../../base/ids.ts'
import type { Language } from '../../base/language.ts'
import type { DeskAgent } from '../../base/member.ts'
import { untrusted } from '../../base/untrusted.ts'
import type { SuggestedFact } from '../../model/help-events.ts'
import type { CaseState } from '../../model/state.ts'
import { mayBeShown } from '../../policy/access/outside.ts'
import { silent, type HelperUse, type Said, type Silence, type Whereabouts } from '../../ports/helper.ts'
import { cleanDraft, namesNoOther } from '../../text/helper/draft.ts'
import { redact } from '../../text/helper/redact.ts'
import { findQuote } from '../../text/helper/quote.ts'
import { isErased, type Casebook } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseBook, Desk } from '../desk/desk.ts'
import type { HelperHealth } from './guard.ts'
import { keepSuggestions } from './keep.ts'
import { showLines, toldIn, type Shown } from './lines.ts'
import type { Asking } from './second-look.ts'

export type Sentence = { readonly text: string; readonly inbound: InboundId; readonly quotation: string }

/** `unknown` and `erased` as for every look at a case; `none`: nothing was said, and why. */
export type Helped<T> =
  | { readonly status: 'said'; readonly value: T; readonly model: string }
  | { readonly status: 'none'; readonly why: Silence }
  | { readonly status: 'unknown' | 'erased' }

/**
 * What an agent may ask of the model about a case. Nothing of it is said to the person, and but for
 * facts nothing of it is kept.
 */
export type HelpDesk = {
  readonly about: Whereabouts
  readonly uses: ReadonlySet<HelperUse>
  readonly health: () => HelperHealth
  /** Whether words of this case may be shown to it at all: consent, age, and where it runs. */
  readonly mayShow: (state: CaseState) => boolean
  /** Asks with a message that nobody wrote. */
  readonly tries: () => Promise<Said<string>>
  readonly summary: (
    code: CaseCode,
    reader: DeskAgent,
    language: Language,
  ) => Promise<Helped<readonly Sentence[]>>
  /** A draft for the composer, in the person's language. */
  readonly reply: (code: CaseCode, reader: DeskAgent) => Promise<Helped<string>>
  readonly translate: (
    code: CaseCode,
    reader: DeskAgent,
    inbound: InboundId,
    into: Language,
  ) => Promise<Helped<string>>
  /** Kept in the case: see `facts_suggested`. */
  readonly facts: (code: CaseCode, reader: DeskAgent) => Promise<Helped<readonly SuggestedFact[]>>
}

/** Of nobody: for trying the server. */
const INVENTED = 'Somebody I do not know wrote to me. What can I do?'

type Ports = Pick<CasePorts, 'store' | 'flow' | 'checks'>

/** A line that a claim rests on: the person's, in words that are there. */
const restsOn = (shown: Shown, { of, quotation }: { readonly of: number; readonly quotation: string }) => {
  const line = shown.told[of - 1]
  const place = line?.inbound === undefined ? undefined : findQuote(line.text, shown.restore(quotation))
  return line?.inbound === undefined || place === undefined
    ? undefined
    : { inbound: line.inbound, text: line.text, place }
}

export const makeHelpDesk = (
  ports: Ports,
  { casebook, desk }: { readonly casebook: Casebook; readonly desk: Pick<Desk, 'open'> },
  { helper, guard, stops }: Asking,
  uses: ReadonlySet<HelperUse>,
): HelpDesk => {
  /**
   * Opens the case as the reader may, asks, and looks once more whether the case is still there: a
   * late answer about an erased one is dropped.
   */
  const ask = async <A, T>(
    use: HelperUse,
    of: { readonly code: CaseCode; readonly reader: DeskAgent; readonly only?: InboundId },
    call: (
      shown: Shown,
      book: CaseBook,
      stop: Parameters<Parameters<Asking['stops']['during']>[1]>[0],
    ) => Promise<Said<A>>,
    read: (
      answer: A,
      shown: Shown,
      asked: { readonly book: CaseBook; readonly prompt: string },
    ) => T | undefined | Promise<T | undefined>,
  ): Promise<Helped<T>> => {
    const { code, reader, only } = of
    if (!uses.has(use)) return { status: 'none', why: 'off' }
    const book = await desk.open(code, reader)
    if (book === undefined) return { status: 'unknown' }
    if (book === 'erased') return { status: 'erased' }
    const { caseId } = book.row
    if (!mayBeShown(ports.flow, book.state, helper.about.at)) return { status: 'none', why: 'withheld' }
    const events = book.events.map(({ event }) => event)
    const told = toldIn(events).filter(({ inbound }) => only === undefined || inbound === only)
    if (told.length === 0) return { status: 'none', why: 'unreadable' }
    const shown = showLines(ports, book.state, events, told)
    const outcome = await stops.during(caseId, (stop) => guard.run(() => call(shown, book, stop)))
    if (outcome.kind === 'none') return { status: 'none', why: outcome.why }
    try {
      await casebook.load(caseId)
      const value = await read(outcome.value, shown, { book, prompt: outcome.prompt })
      return value === undefined
        ? { status: 'none', why: 'unreadable' }
        : { status: 'said', value, model: outcome.model }
    } catch (error) {
      if (isErased(error)) return { status: 'erased' }
      throw error
    }
  }

  return {
    about: helper.about,
    uses,
    health: guard.health,
    mayShow: (state) => mayBeShown(ports.flow, state, helper.about.at),
    tries: () => {
      const [words] = redact([INVENTED], [], ports.checks).texts
      const never = { onStop: () => undefined }
      return words === undefined
        ? Promise.resolve(silent('unreadable'))
        : guard.run(() => helper.translate(words, 'ar', never))
    },
    summary: (code, reader, language) =>
      ask(
        'summary',
        { code, reader },
        (shown, _book, stop) => helper.summary(shown.lines, language, stop),
        (claims, shown) => {
          const sentences = claims.flatMap((claim) => {
            const found = restsOn(shown, claim)
            const text = shown.restore(claim.sentence)
            if (found === undefined || !namesNoOther(text, found.text)) return []
            return [
              {
                text,
                inbound: found.inbound,
                quotation: found.text.slice(found.place.start, found.place.end),
              },
            ]
          })
          guard.drop(claims.length - sentences.length)
          return sentences.length === 0 ? undefined : sentences
        },
      ),
    reply: (code, reader) =>
      ask(
        'reply',
        { code, reader },
        (shown, book, stop) => helper.reply(shown.lines, book.state.language, stop),
        (draft, shown) => {
          const clean = cleanDraft(draft)
          return clean === undefined ? undefined : shown.restore(clean)
        },
      ),
    translate: (code, reader, inbound, into) =>
      ask(
        'translate',
        { code, reader, only: inbound },
        (shown, _book, stop) => {
          const words = shown.lines[0]?.words
          return words === undefined
            ? Promise.resolve(silent('unreadable'))
            : helper.translate(words, into, stop)
        },
        (translated, shown) => shown.restore(translated),
      ),
    facts: (code, reader) =>
      ask(
        'facts',
        { code, reader },
        (shown, _book, stop) => helper.facts(shown.lines, stop),
        async (claims, shown, { book, prompt }) => {
          const facts = claims.flatMap((claim): readonly SuggestedFact[] => {
            const found = restsOn(shown, claim)
            if (found === undefined) return []
            const { start, end } = found.place
            return [
              {
                field: claim.field,
                inbound: found.inbound,
                start,
                end,
                words: untrusted(found.text.slice(start, end)),
              },
            ]
          })
          guard.drop(claims.length - facts.length)
          if (facts.length > 0)
            await keepSuggestions(casebook, ports.store.jobs, book.row.caseId, () => [
              { type: 'facts_suggested', facts, model: helper.about.model, prompt },
            ])
          return facts
        },
      ),
  }
}
