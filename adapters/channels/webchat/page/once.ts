import { byId, setShown } from './dom.ts'
import { outcomeOf, type Written } from './wire.ts'

/** As long as the question stands (milliseconds): what was typed and not sent is not left lying here. */
const STANDS = 900_000
/** A request that hangs for this long (milliseconds) is given up. */
const HANGS = 40_000
const LINK = /[0-9A-HJKMNP-TV-Z]{52}/
const DIGITS = /^[\d٠-٩۰-۹ ]{4,24}$/
const WORD = /^[^\s\d]\S{2,31}$/
const CODE = /^[\s\S]{8,40}$/

type Answer = { readonly written: Written; readonly form?: string | undefined }

const ask = async (base: string, path: string, body: unknown): Promise<Answer> => {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), HANGS)
  try {
    const answer = await fetch(`${base}/api/${path}`, {
      method: 'POST',
      // Whoever has a chat of their own in this browser is nobody known here.
      credentials: 'omit',
      headers: { 'content-type': 'application/json', 'x-chat': '1' },
      body: JSON.stringify(body),
      signal: abort.signal,
    })
    const text = await answer.text()
    const written = outcomeOf(answer.status, answer.headers.get('retry-after'), text)
    return written.status === 'done'
      ? { written, form: (JSON.parse(text) as { readonly form?: string }).form }
      : { written }
  } catch {
    return { written: { status: 'later', wait: 0, busy: false } }
  } finally {
    clearTimeout(timer)
  }
}

const openOnce = (): void => {
  const base = document.body.dataset['base'] || ''
  const form = byId('form', 'form')
  const word = byId('input', 'word')
  const code = byId('input', 'code')
  const codePart = byId('div', 'code-part')
  const send = byId('button', 'send')
  const again = byId('div', 'again')
  let token = (LINK.exec(location.hash) || [''])[0]
  let isOver = false
  /** One attempt is out of which nobody knows whether it arrived. */
  let isUnsure = false
  history.replaceState(null, '', location.pathname)

  /** Nothing that was typed stays in the page. */
  const end = (how: 'done' | 'unsure' | 'over'): void => {
    if (isOver) return
    isOver = true
    token = ''
    word.value = ''
    code.value = ''
    setShown(form, false)
    setShown(again, false)
    const said = byId('p', how)
    setShown(said, true)
    said.focus()
  }

  const blame = (what: 'word' | 'code' | 'later' | undefined): void => {
    for (const one of ['word', 'code', 'later'] as const) setShown(byId('span', `wrong-${one}`), one === what)
    word.setAttribute('aria-invalid', String(what === 'word'))
    code.setAttribute('aria-invalid', String(what === 'code'))
  }

  const look = async (): Promise<void> => {
    setShown(again, false)
    const { written, form: wanted } = await ask(base, 'once/look', { token })
    if (isOver) return
    if (written.status === 'later') return setShown(again, true)
    if (written.status === 'refused') return end('over')
    setShown(codePart, wanted === 'return')
    setShown(form, true)
    ;(wanted === 'return' ? code : word).focus()
  }

  const submit = async (): Promise<void> => {
    const text = word.value.trim()
    if (!codePart.hidden && !CODE.test(code.value.trim())) return (blame('code'), code.focus())
    if (!DIGITS.test(text) && !WORD.test(text)) return (blame('word'), word.focus())
    blame(undefined)
    send.disabled = true
    const { written } = await ask(base, 'once', {
      token,
      text,
      ...(codePart.hidden ? {} : { code: code.value }),
    })
    send.disabled = false
    if (written.status === 'done') return end('done')
    if (written.status === 'later') {
      isUnsure = true
      return blame('later')
    }
    if (written.code === 'bad_request')
      return (blame(codePart.hidden ? 'word' : 'code'), (codePart.hidden ? word : code).focus())
    end(isUnsure ? 'unsure' : 'over')
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!send.disabled) void submit()
  })
  byId('input', 'show').addEventListener('change', (event) =>
    word.classList.toggle('covered', !(event.target as HTMLInputElement).checked),
  )
  byId('button', 'try').addEventListener('click', () => void look())
  // Left and come back to by the browser's own way: nothing of it is there any more.
  window.addEventListener('pagehide', () => end('over'))
  setTimeout(() => end('over'), STANDS)
  // The next link, opened in the same tab: to the browser it is a place on this very page.
  window.addEventListener('hashchange', () => location.reload())
  if (token === '') end('over')
  else void look()
}

openOnce()
