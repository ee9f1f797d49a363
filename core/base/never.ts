/** Ends a switch over a union: the compiler refuses the call while a member is unhandled. */
export const never = (value: never): never => {
  throw new Error(`unhandled member of a union: ${typeof value === 'object' ? 'object' : String(value)}`)
}
