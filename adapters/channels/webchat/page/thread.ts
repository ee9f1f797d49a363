import type { ChatLine } from '../../../../core/ports/chat-history.ts'
import { makeWordsOf } from './bidi.ts'
import { clear, make } from './dom.ts'
import { makeFile, nameOfKind, sizeOf } from './file-row.ts'
import { makeSent } from './sent.ts'
import type { Words } from './words.ts'

/** The lines of the conversation as the server has them. */
export type Thread = {
  readonly lines: () => readonly ChatLine[]
  /** Where what came begins: at the open question, where one is named, else at the first line of ours. */
  readonly beginning: (fresh: readonly ChatLine[], open: string | undefined) => HTMLElement | undefined
  /**
   * `quiet` where the lines are old, and nobody wants them read out. Returns those that never stood
   * here: what was taken off the page and is put back is nothing that came.
   */
  readonly replace: (lines: readonly ChatLine[], quiet: boolean) => readonly ChatLine[]
  /** Puts lines with a known id in place and the others at the end. Returns those others. */
  readonly merge: (lines: readonly ChatLine[]) => readonly ChatLine[]
  readonly prepend: (lines: readonly ChatLine[]) => void
  /** Writes every line again: the language changed. */
  readonly redraw: () => void
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n))

/** `14:05` of today, else `2026-11-24 14:05`. Digits alone: browsers have no Kurdish dates. */
export const timeOf = (at: number): string => {
  const moment = new Date(at)
  const clock = `${two(moment.getHours())}:${two(moment.getMinutes())}`
  const today = new Date().toDateString() === moment.toDateString()
  return today
    ? clock
    : `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())} ${clock}`
}

const HUSH = 1_000

export const makeThread = (root: HTMLElement, words: Words, base: string): Thread => {
  let lines: ChatLine[] = []
  /** Lines that stood here and were taken away. */
  const seen = new Set<string>()
  const nodes = new Map<string, HTMLElement>()

  const whoOf = (line: ChatLine): string => {
    if (line.from === 'person') return words.say('you')
    return line.from === 'bot' ? words.say('bot') : line.alias || words.say('agent')
  }

  const write = (line: ChatLine): HTMLElement => {
    const time = make('time', '')
    time.dateTime = new Date(line.at).toISOString()
    time.dir = 'ltr'
    time.append(timeOf(line.at))
    const who = make('p', line.from === 'agent' ? 'who' : 'hidden', make('bdi', '', whoOf(line)))
    const node = make('div', `line ${line.from}`, who)
    if (line.media !== undefined) {
      const { kind, size, state, fileName } = line.media
      const about =
        size === undefined
          ? words.say(`file-${state}`)
          : `${sizeOf(words, size)} · ${words.say(`file-${state}`)}`
      // Of what was not taken nothing is here, its name neither.
      if (state === 'refused') node.append(make('p', 'meta', words.say('file-refused')))
      else node.append(makeFile(kind, fileName || nameOfKind(words, kind), make('p', 'about', about)))
    }
    if (line.file !== undefined) node.append(makeSent(`${base}/api/files/${line.id}`, line.file, words))
    if (line.text !== undefined && line.text !== '') node.append(makeWordsOf(line.text))
    node.append(make('p', 'meta', time))
    return node
  }

  const draw = (line: ChatLine): HTMLElement => {
    const node = write(line)
    const old = nodes.get(line.id)
    if (old !== undefined && old.parentNode === root) root.replaceChild(node, old)
    nodes.set(line.id, node)
    return node
  }

  /** Screen readers do not read what is added until the browser has told them of it. */
  const hush = (): void => {
    root.setAttribute('aria-live', 'off')
    setTimeout(() => root.setAttribute('aria-live', 'polite'), HUSH)
  }

  return {
    lines: () => lines,
    beginning: (fresh, open) => {
      // All stands here anew, after it was taken off the page: its beginning is nothing that came.
      if (open === undefined && fresh.length === lines.length) return undefined
      const said = fresh.find((line) => line.from !== 'person')
      return nodes.get(open === undefined ? (said === undefined ? '' : said.id) : open)
    },
    replace: (given, quiet) => {
      if (quiet) hush()
      for (const line of lines) seen.add(line.id)
      clear(root)
      nodes.clear()
      lines = given.slice()
      for (const line of lines) root.append(draw(line))
      return lines.filter((line) => !seen.has(line.id))
    },
    merge: (given) => {
      const fresh: ChatLine[] = []
      for (const line of given) {
        const index = lines.findIndex((each) => each.id === line.id)
        if (index === -1) {
          lines.push(line)
          fresh.push(line)
          root.append(draw(line))
        } else if (JSON.stringify(lines[index]) !== JSON.stringify(line)) {
          lines[index] = line
          draw(line)
        }
      }
      return fresh
    },
    prepend: (given) => {
      hush()
      const first = root.firstChild
      for (const line of given) root.insertBefore(draw(line), first)
      lines = given.concat(lines)
    },
    redraw: () => lines.forEach(draw),
  }
}
