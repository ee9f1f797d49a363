/** Asks the browser for leave to notify; only ever called from a press, or browsers refuse for good. */
export const askToNotify = async (): Promise<NotificationPermission> => {
  if (!('Notification' in globalThis)) return 'denied'
  return Notification.permission === 'default'
    ? await Notification.requestPermission()
    : Notification.permission
}

/** One line without a word of any case, while nobody looks at the page; the next takes its place. */
export const notify = async (text: string): Promise<void> => {
  if (
    !('Notification' in globalThis) ||
    Notification.permission !== 'granted' ||
    document.visibilityState === 'visible'
  )
    return
  const about = { tag: 'amin', icon: '/icon-192.png' }
  try {
    const shell = await navigator.serviceWorker?.getRegistration()
    // On phones a page may not show one itself.
    if (shell?.active) return await shell.showNotification(text, about)
    const shown = new Notification(text, about)
    shown.addEventListener('click', () => {
      window.focus()
      shown.close()
    })
  } catch {
    // The sound and the count tell it, too.
    return
  }
}
