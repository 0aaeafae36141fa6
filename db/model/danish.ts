/**
 * Made when it is first asked for. What knows a language takes milliseconds to make, which the start of the program does not
 * have.
 */
export function whenUsed<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

const collator = whenUsed(() => new Intl.Collator('da', { numeric: true }))

/** For sorting: æ ø å come last, and 2 before 10. */
export const inDanishOrder = (a: string, b: string): number => collator().compare(a, b)
