/** The few parser combinators that the grammar of time expressions is written in. */
import type { Token } from './tokens.ts'

/** What was read, and the position of the token after it. */
export interface Found<T> {
  readonly value: T
  readonly next: number
}

/** Reads from the position `at`; null = it does not stand there. */
export type Parser<T> = (tokens: readonly Token[], at: number) => Found<T> | null

/** One of the phrases, each standing for a value; the longest wins. A full stop may follow each word (`kv.`, `f.o.m.`). */
export function phrases<T>(meanings: ReadonlyMap<string, T>): Parser<T> {
  const byFirstWord = new Map<string, { readonly words: readonly string[]; readonly value: T }[]>()
  for (const [phrase, value] of meanings) {
    const words = phrase.split(' ')
    const first = words[0] ?? ''
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { words, value }])
  }
  for (const entries of byFirstWord.values()) entries.sort((a, b) => b.words.length - a.words.length)
  return (tokens, at) => {
    for (const { words, value } of byFirstWord.get(tokens[at]?.text ?? '') ?? []) {
      const next = afterWords(tokens, at, words)
      if (next !== null) return { value, next }
    }
    return null
  }
}

function afterWords(tokens: readonly Token[], at: number, words: readonly string[]): number | null {
  let next = at
  for (const word of words) {
    if (tokens[next]?.text !== word) return null
    next += 1
    if (tokens[next]?.text === '.' && word !== '.') next += 1
  }
  return next
}

/** One of these phrases. */
export function oneOf(...alternatives: readonly string[]): Parser<string> {
  return phrases(new Map(alternatives.map((phrase) => [phrase, phrase])))
}

/** A number of so many digits that `accept` turns into a value; null = not such a number. */
export function digits<T>(accept: (value: number, digitCount: number) => T | null): Parser<T> {
  return (tokens, at) => {
    const text = tokens[at]?.text ?? ''
    const value = /^[0-9]{1,4}$/.test(text) ? accept(Number(text), text.length) : null
    return value === null ? null : { value, next: at + 1 }
  }
}

/** The first alternative that reads. */
export function choice<T>(...alternatives: readonly Parser<T>[]): Parser<T> {
  return (tokens, at) => {
    for (const alternative of alternatives) {
      const found = alternative(tokens, at)
      if (found) return found
    }
    return null
  }
}

/** Turns what was read into something else; null = it cannot be, so nothing was read. */
export function map<A, B>(parser: Parser<A>, change: (value: A) => B | null): Parser<B> {
  return (tokens, at) => {
    const found = parser(tokens, at)
    const value = found && change(found.value)
    return found && value !== null ? { value, next: found.next } : null
  }
}

/** One after the other, as one value; null = the two do not go together. */
export function both<A, B, C>(
  first: Parser<A>,
  second: Parser<B>,
  join: (a: A, b: B) => C | null,
): Parser<C> {
  return (tokens, at) => {
    const a = first(tokens, at)
    const b = a && second(tokens, a.next)
    const value = a && b ? join(a.value, b.value) : null
    return b && value !== null ? { value, next: b.next } : null
  }
}

/** What follows a lead-in. */
export function after<T>(leadIn: Parser<unknown>, parser: Parser<T>): Parser<T> {
  return both(leadIn, map(parser, boxed), (_, { value }) => value)
}

/** What comes before a closing. */
export function before<T>(parser: Parser<T>, closing: Parser<unknown>): Parser<T> {
  return both(map(parser, boxed), closing, ({ value }) => value)
}

const boxed = <T>(value: T) => ({ value })

/** It may be missing. */
export function maybe<T>(parser: Parser<T>): Parser<{ readonly value: T | null }> {
  return (tokens, at) => {
    const found = parser(tokens, at)
    return found ? { value: { value: found.value }, next: found.next } : { value: { value: null }, next: at }
  }
}

/** Any number of them, also none. */
export function many<T>(parser: Parser<T>): Parser<readonly T[]> {
  return (tokens, at) => {
    const values: T[] = []
    let next = at
    for (let found = parser(tokens, next); found && found.next > next; found = parser(tokens, next)) {
      values.push(found.value)
      next = found.next
    }
    return { value: values, next }
  }
}

/** One or more with separators between them; a separator that nothing follows is left unread. */
export function separated<T, S>(
  parser: Parser<T>,
  separator: Parser<S>,
): Parser<{ readonly values: readonly T[]; readonly separators: readonly S[] }> {
  const further = many(both(separator, parser, (sign, value) => ({ sign, value })))
  return both(map(parser, boxed), further, ({ value }, rest) => ({
    values: [value, ...rest.map((one) => one.value)],
    separators: rest.map((one) => one.sign),
  }))
}

/** Only where no space stands before it (`maj-27`). */
export function close<T>(parser: Parser<T>): Parser<T> {
  return (tokens, at) => (tokens[at]?.close ? parser(tokens, at) : null)
}

/**
 * A rule of the grammar, built when it is first read, so that rules can hold each other. It reads each position of a text
 * only once, so that however the rules overlap, the time grows with the length of the text.
 */
export function rule<T>(build: () => Parser<T>): Parser<T> {
  let parser: Parser<T> | null = null
  const foundIn = new WeakMap<readonly Token[], Map<number, Found<T> | null>>()
  return (tokens, at) => {
    const known = foundIn.get(tokens) ?? new Map<number, Found<T> | null>()
    foundIn.set(tokens, known)
    const before = known.get(at)
    if (before !== undefined) return before
    parser ??= build()
    const found = parser(tokens, at)
    known.set(at, found)
    return found
  }
}

/** Only where something else does not follow. */
export function notBefore<T>(parser: Parser<T>, other: Parser<unknown>): Parser<T> {
  return (tokens, at) => {
    const found = parser(tokens, at)
    return found && !other(tokens, found.next) ? found : null
  }
}
