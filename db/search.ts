import type { Database } from 'better-sqlite3'
import { type PlaceText, textsOf, textsOfPlan } from './indexed-texts.ts'
import type { Change } from './model/changes.ts'
import { wordsOf } from './model/search/fold.ts'
import { TitleIndex } from './titles.ts'

/** A place where a text stands. */
export interface Hit {
  readonly planId: string
  /** null = the plan itself: its title or a row of its cover. */
  readonly nodeId: string | null
  /** Key of the field or cover row, `text` for the running text, the column of a milestone or indicator, null for the title. */
  readonly key: string | null
}

export interface SearchResult {
  readonly hits: readonly Hit[]
  /** How many there are, also beyond the limit. */
  readonly total: number
}

/** More words than this do not make a query any clearer. */
const MOST_TERMS = 200

/**
 * Finds parts of words in all plans of a workbook. It lies in memory, outside the file: every distinct word
 * once, with the places it stands in. A query scans the words, not the texts, so »indsats« finds »trivselsindsats« in
 * milliseconds, which the word indexes of SQLite cannot. The changes of each edit keep it up to date.
 */
export class SearchIndex {
  /** All titles; there from the start. */
  readonly titles: TitleIndex
  /** Plans whose texts are in the index; changes of other plans are read when their turn comes. */
  readonly #plans = new Set<string>()
  readonly #places: (Hit | undefined)[] = []
  /** The numbers of the places in a node, or in the plan itself. */
  readonly #placesIn = new Map<string, number[]>()
  readonly #wordNumbers = new Map<string, number>()
  /** In rising order. */
  readonly #placesOfWord: number[][] = []
  /** All words, each between line breaks, and where each begins. */
  #words = '\n'
  readonly #starts: number[] = []
  /** Words that are not in the text of all words yet. */
  #newWords: string[] = []

  private constructor(titles: TitleIndex) {
    this.titles = titles
  }

  /** The whole index; for 100,000 nodes with much text several seconds. */
  static of(db: Database): SearchIndex {
    const index = SearchIndex.begin(db)
    for (const { id } of index.titles.plans) index.addPlan(db, id)
    return index
  }

  /** An index of the titles alone, to which the plans are added one by one while the program goes on. */
  static begin(db: Database): SearchIndex {
    return new SearchIndex(TitleIndex.of(db))
  }

  /** Reads all texts of a plan into the index; once it is there, or gone, nothing happens. */
  addPlan(db: Database, planId: string): void {
    if (this.#plans.has(planId) || !this.titles.plan(planId)) return
    this.#plans.add(planId)
    for (const text of textsOfPlan(db, planId)) this.#write(text, '')
  }

  /** Brings the index up to date; the changes of one edit, in order. */
  apply(changes: readonly Change[]): void {
    for (const change of changes) {
      this.titles.apply([change])
      if (change.table === 'plan' && change.before === null) this.#plans.add(change.id)
      const before = textsOf(change, 'before', this.titles)
      const after = textsOf(change, 'after', this.titles)
      for (const old of before) {
        if (!after.some(({ key }) => key === old.key)) this.#write({ ...old, text: '' }, old.text)
      }
      for (const now of after) this.#write(now, before.find(({ key }) => key === now.key)?.text ?? '')
    }
  }

  /**
   * Places that hold all words of the query, each as part of some word: in the order of plans and outlines, in each node its
   * title first.
   */
  search(query: string, limit = 200): SearchResult {
    const terms = [...new Set(wordsOf(query))].slice(0, MOST_TERMS)
    if (terms.length === 0) return { hits: [], total: 0 }
    const found = this.#placesWith(terms)
    const byPlan = Map.groupBy(found, ({ planId }) => planId)
    const hits: Hit[] = []
    for (const { id } of this.titles.plans) {
      if (hits.length >= limit) break
      for (const hit of this.#inOrder(id, byPlan.get(id) ?? []).slice(0, limit - hits.length)) hits.push(hit)
    }
    return { hits, total: found.length }
  }

  #inOrder(planId: string, hits: readonly Hit[]): readonly Hit[] {
    if (hits.length === 0) return hits
    const rows = new Map<string | null, number>(
      this.titles.outline(planId).map(({ id }, index) => [id, index + 1]),
    )
    const row = (hit: Hit): number => rows.get(hit.nodeId) ?? 0
    return hits.toSorted((a, b) => row(a) - row(b) || ((a.key ?? '') < (b.key ?? '') ? -1 : 1))
  }

  /** Writes the text of a place, which was `before` until now; no text = no place. */
  #write({ text, ...place }: PlaceText, before: string): void {
    if (text === before) return
    const known = this.#numberOf(place)
    if (known === undefined) this.#add(place, text)
    else if (text === '') this.#drop(place, known)
    else this.#rewrite(known, before, text)
  }

  #add(place: Hit, text: string): void {
    if (text === '' || !this.#plans.has(place.planId)) return
    const number = this.#places.push(place) - 1
    const owner = place.nodeId ?? place.planId
    const others = this.#placesIn.get(owner)
    if (others) others.push(number)
    else this.#placesIn.set(owner, [number])
    for (const word of wordsOf(text)) this.#note(word, number)
  }

  #numberOf(place: Hit): number | undefined {
    const numbers = this.#placesIn.get(place.nodeId ?? place.planId)
    return numbers?.find((number) => this.#places[number]?.key === place.key)
  }

  /** The words go on naming the number, which nothing has any more: to take it out of the lists of common words takes long. */
  #drop({ nodeId, planId }: Hit, number: number): void {
    this.#places[number] = undefined
    const owner = nodeId ?? planId
    const others = (this.#placesIn.get(owner) ?? []).filter((other) => other !== number)
    if (others.length > 0) this.#placesIn.set(owner, others)
    else this.#placesIn.delete(owner)
  }

  #rewrite(number: number, before: string, text: string): void {
    const [old, now] = [new Set(wordsOf(before)), new Set(wordsOf(text))]
    for (const word of old) if (!now.has(word)) this.#forget(word, number)
    for (const word of now) if (!old.has(word)) this.#note(word, number)
  }

  /** Notes that the word stands in the place; once, however often it stands there. */
  #note(word: string, place: number): void {
    const places = this.#placesOfWord[this.#wordNumbers.get(word) ?? -1] ?? this.#newWord(word)
    const last = places.at(-1) ?? -1
    if (last < place) places.push(place)
    else if (last > place) places.splice(indexIn(places, place), 0, place)
  }

  #newWord(word: string): number[] {
    // A word that is cut out of a text would keep the whole text in memory.
    const alone = Buffer.from(word).toString()
    const places: number[] = []
    this.#wordNumbers.set(alone, this.#placesOfWord.push(places) - 1)
    this.#newWords.push(alone)
    return places
  }

  #forget(word: string, place: number): void {
    const places = this.#placesOfWord[this.#wordNumbers.get(word) ?? -1] ?? []
    const index = indexIn(places, place)
    if (places[index] === place) places.splice(index, 1)
  }

  #joinNewWords(): void {
    if (this.#newWords.length === 0) return
    let at = this.#words.length
    for (const word of this.#newWords) {
      this.#starts.push(at)
      at += word.length + 1
    }
    this.#words += `${this.#newWords.join('\n')}\n`
    this.#newWords = []
  }

  #placesWith(terms: readonly string[]): readonly Hit[] {
    this.#joinNewWords()
    /** How many of the terms each place holds, as far as it holds all of the first ones. */
    const held = new Uint8Array(this.#places.length)
    for (const [count, term] of terms.entries()) {
      for (const word of this.#wordsWith(term)) {
        for (const place of this.#placesOfWord[word] ?? []) if (held[place] === count) held[place] = count + 1
      }
    }
    return this.#places.filter((hit, place): hit is Hit => held[place] === terms.length && hit !== undefined)
  }

  *#wordsWith(part: string): Generator<number> {
    for (let at = this.#words.indexOf(part); at >= 0; ) {
      const word = lastAtMost(this.#starts, at)
      yield word
      at = this.#words.indexOf(part, this.#starts[word + 1] ?? this.#words.length)
    }
  }
}

/** The index of the last value that is not above `value`, found by halving; -1 where all are. */
function lastAtMost(rising: readonly number[], value: number): number {
  let low = -1
  let high = rising.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((rising[middle] ?? 0) <= value) low = middle
    else high = middle
  }
  return low
}

/** Where a value stands, or would stand. */
const indexIn = (rising: readonly number[], value: number): number => lastAtMost(rising, value - 1) + 1
