import { isolateRuns, keepDirection } from '../../base/bidi.ts'
import type { Language } from '../../base/language.ts'
import type { Button, Capabilities } from '../../ports/channel.ts'
import type { PhraseArgs, Phrases } from '../../ports/phrases.ts'
import type { Choice, Piece, Say } from './say.ts'

const renderAll = (
  phrases: Phrases,
  language: Language,
  fill: Readonly<Record<string, Piece>> = {},
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fill).map(([name, piece]) => [name, renderPiece(phrases, language, piece)] as const),
  )

/** A piece as text of a language. */
export const renderPiece = (phrases: Phrases, language: Language, piece: Piece): string => {
  switch (piece.kind) {
    case 'phrase':
      return phrases.say(language, piece.key, { ...piece.args, ...renderAll(phrases, language, piece.fill) })
    case 'name':
      return piece.names[language]
    case 'words':
      return piece.text
    case 'list': {
      const parts = piece.pieces.map((part) => renderPiece(phrases, language, part))
      return parts.join(piece.by === 'line' ? '\n' : language === 'en' ? ', ' : '، ')
    }
    case 'pair':
      return phrases.say(language, 'summary-line', {
        title: phrases.say(language, piece.title),
        value: renderPiece(phrases, language, piece.value),
      })
  }
}

/** What fits as buttons: everything, or the answers alone, or nothing. */
const asButtons = (choices: readonly Choice[], capabilities: Capabilities): readonly Choice[] => {
  if (!capabilities.buttons) return []
  // "Done" ends an answer: it stands with the answers.
  const answers = choices.filter((choice) => choice.control !== true || choice.role === 'done')
  const { seenButtons: seen = 0 } = capabilities
  if (answers.length > 0 && answers.length <= seen && choices.length > seen) return answers
  if (choices.length <= capabilities.maxButtons) return choices
  if (answers.length > capabilities.maxButtons) return []
  return answers.length > 0 ? answers : choices.slice(0, capabilities.maxButtons)
}

/** The choices that are buttons on a channel, as it shows them. */
export const buttonsOf = (
  phrases: Phrases,
  language: Language,
  capabilities: Capabilities,
  choices: readonly Choice[],
): readonly Button[] =>
  asButtons(choices, capabilities).map((choice) => {
    const role = choice.role ?? (choice.control === true ? 'control' : undefined)
    return {
      label: phrases.say(language, choice.label),
      token: choice.token,
      ...(role === undefined ? {} : { role }),
      ...(choice.picked === undefined ? {} : { picked: choice.picked }),
    }
  })

/**
 * A message in a language and in the form a channel has; `$app` is what it speaks of where it
 * speaks of the app itself. Choices become buttons where they fit; answers that do not are a
 * numbered list in the text and ways on a line of words, and both are understood when typed. Cuts
 * nothing: the length is the caller's.
 */
export const renderSay = (
  phrases: Phrases,
  language: Language,
  capabilities: Capabilities,
  say: Say,
): { readonly text: string; readonly buttons?: readonly Button[]; readonly place?: string } => {
  const place =
    say.place === true && capabilities.asksPlace === true
      ? { place: phrases.say(language, 'send-place') }
      : {}
  const shows = 'place' in place ? { ...capabilities, buttons: false } : capabilities
  const args: PhraseArgs = { app: capabilities.app, ...say.args, ...renderAll(phrases, language, say.fill) }
  const choices = say.choices ?? []
  const pressed = asButtons(choices, shows)
  const label = (choice: Choice): string => phrases.say(language, choice.label)
  const answers = choices.filter((choice) => choice.control !== true && choice.spoken !== true)
  const list =
    say.numbered === true || answers.some((choice) => !pressed.includes(choice))
      ? answers.map((choice, index) => `${index + 1}. ${label(choice)}`).join('\n')
      : ''
  // Numbers mean nothing under words that do not ask: what they answer is named over them.
  const asked =
    list === '' || say.about === undefined
      ? ''
      : phrases.say(language, 'softly', { question: phrases.say(language, say.about) })
  // Numbers are named only where they can be seen.
  const several = list !== '' && answers.some(({ role }) => role === 'several' || role === 'alone')
  const numbers = several ? phrases.say(language, 'choices-numbers') : ''
  const words = choices
    .filter((choice) => choice.control === true && choice.spoken !== true && !pressed.includes(choice))
    .map((choice) => `«${label(choice)}»`)
  const also = words.length === 0 ? '' : phrases.say(language, 'controls-line', { words: words.join(' · ') })
  const stands = say.progress === undefined ? '' : phrases.say(language, 'progress', say.progress)
  const onPage =
    say.page === undefined
      ? ''
      : phrases.say(language, say.pageAgain === true ? 'secret-page-again' : 'secret-page', {
          link: say.page(language),
        })
  const byMenu =
    say.place === true && capabilities.placeByMenu === true ? phrases.say(language, 'place-by-menu') : ''
  const below = say.below === undefined ? '' : phrases.say(language, say.below)
  const joined = say.joined === undefined ? '' : renderSay(phrases, language, capabilities, say.joined).text
  const text = [
    phrases.say(language, say.key, args),
    below,
    joined,
    onPage,
    byMenu,
    asked,
    list,
    numbers,
    also,
    stands,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
  const buttons = buttonsOf(phrases, language, shows, choices)
  const shown = keepDirection(isolateRuns(text), language !== 'en')
  return { text: shown, ...(buttons.length === 0 ? {} : { buttons }), ...place }
}
