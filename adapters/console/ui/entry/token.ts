import { useEffect, useState } from 'react'

/**
 * The one-time token of a link, taken out of the address as soon as the page stands: addresses stay
 * in histories.
 */
export const useToken = (): string => {
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)))
  useEffect(() => {
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname)
  }, [])
  return token
}
