/** How a part is: nothing to do, odd, broken, or not used. */
export type State = 'good' | 'odd' | 'bad' | 'none'
