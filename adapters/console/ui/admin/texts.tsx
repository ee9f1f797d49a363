import { TextInput } from '@mantine/core'
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import type { BotTexts } from '../../contract/texts.ts'
import { textsQuery } from '../api/administration.ts'
import { directionOf, LANGUAGE_NAMES, LANGUAGES, type Translate } from '../language/bundles.ts'
import { searchClass } from '../language/bidi.ts'
import { useT } from '../language/language.tsx'
import { Sheet } from './sheet.tsx'
import { textGroupKey } from './text-group.ts'

type Text = BotTexts['groups'][number]['texts'][number]

/** Letters that people write in several ways, as one; marks that are not seen, as nothing. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}|\u0640|\u200c|\u200d|[\u2066-\u2069]/gu, '')
    .replace(/[ىیي]/g, 'ي')
    .replace(/[کك]/g, 'ك')
    .replace(/[ەةه]/g, 'ه')
    .toLowerCase()

/**
 * The catalogue's own heading, in the language of the page. A heading that is too new for that
 * stands as it is.
 */
const titleOf = (t: Translate, title: string): string => {
  const key = textGroupKey(title)
  const text = t(key)
  return text === key ? title : text
}

const TextRow = ({ text: { key, arguments: names, says } }: { readonly text: Text }): ReactNode => {
  const t = useT()
  return (
    <li className="bot-text">
      <div className="bot-text-says">
        {LANGUAGES.map((language) => (
          <div key={language} lang={language} dir={directionOf(language)}>
            <p className="soft bot-text-language">{LANGUAGE_NAMES[language]}</p>
            {says[language]}
          </div>
        ))}
      </div>
      {/* For who changes it: what it is for is said by its words and by where they stand. */}
      <p className="bot-text-key soft">
        <bdi dir="ltr" className="code">
          {key}
        </bdi>
        {names.length > 0 && (
          <span>
            {t('admin-text-arguments')} <bdi dir="ltr">{names.join(', ')}</bdi>
          </span>
        )}
      </p>
    </li>
  )
}

const Book = ({ groups }: Pick<BotTexts, 'groups'>): ReactNode => {
  const t = useT()
  const [search, setSearch] = useState('')
  const wanted = foldText(useDeferredValue(search).trim())
  const folded = useMemo(
    () =>
      groups.map(({ title, texts }) => ({
        title,
        texts: texts.map((text) => ({
          text,
          folded: foldText(`${text.key} ${LANGUAGES.map((language) => text.says[language]).join(' ')}`),
        })),
      })),
    [groups],
  )
  const shown = folded
    .map(({ title, texts }) => ({ title, texts: texts.filter((each) => each.folded.includes(wanted)) }))
    .filter(({ texts }) => texts.length > 0)
  const count = shown.reduce((sum, { texts }) => sum + texts.length, 0)
  return (
    <>
      <TextInput
        aria-label={t('admin-text-search')}
        placeholder={t('admin-text-search')}
        classNames={{ input: searchClass(search) }}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <p className="soft" role="status">
        {t('admin-text-count', { count })}
      </p>
      <div className="text-groups">
        {shown.map(({ title, texts }) => (
          // Closed, so that a thousand texts are a page of places; what is searched for stands open.
          <details key={title} className="sheet-part text-group" open={wanted !== '' || shown.length === 1}>
            <summary>
              <h2>{titleOf(t, title)}</h2>
              <span className="soft">{t('admin-text-count', { count: texts.length })}</span>
            </summary>
            <ul>
              {texts.map(({ text }) => (
                <TextRow key={text.key} text={text} />
              ))}
            </ul>
          </details>
        ))}
      </div>
    </>
  )
}

/** What people get to read, in the three languages beside each other. */
export const TextsPage = (): ReactNode => {
  const t = useT()
  return (
    <Sheet title={t('texts-title')} note={t('admin-texts-note')} query={textsQuery} wide>
      {({ groups }) => <Book groups={groups} />}
    </Sheet>
  )
}
