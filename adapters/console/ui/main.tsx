import './styles/mantine.css'
import './styles/theme.css'
import './styles/base.css'
import './styles/queue.css'
import './styles/queue-facts.css'
import '@fontsource-variable/vazirmatn/wght.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { openPreferences } from './browser/preferences.tsx'
import { directionOf } from './language/bundles.ts'
import { loadTranslate } from './language/language.tsx'

// A page that the browser kept and shows again may be of a session that has ended.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})

const preferences = openPreferences()
const { language } = preferences.get()
document.documentElement.lang = language
document.documentElement.dir = directionOf(language)
const t = await loadTranslate(language)
const root = document.querySelector('#root')
if (root !== null) createRoot(root).render(<App preferences={preferences} first={{ language, t }} />)
