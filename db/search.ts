import type { Database } from 'better-sqlite3'
import { wordsOf } from './model/search/fold.ts'
import { statement } from './transaction.ts'

/** A place where a text stands: the title of a node, or one of its texts by key. */
export interface Hit {
  readonly planId: string
  readonly nodeId: string
  /** Key of the field, `text` for the running text, null for the title. */
  readonly key: string | null
}

export interface SearchResult {
  readonly hits: readonly Hit[]
  /** How many there are, also beyond the limit. */
  readonly total: number
}

/**
 * Finds parts of words in all plans of a workbook. It lies in memory, outside the file: every distinct word
 * once, with the places it stands in. A query scans the words, not the texts, so »indsats« finds »trivselsindsats« in
 * milliseconds, which the word indexes of SQLite cannot.
 */
export class SearchIndex {
  readonly #places: Hit[] = []
  readonly #wordNumbers = new Map<string, number>()
  readonly #placesOfWord: number[][] = []
  /** All words, each between line breaks, and where each begins. */
  #words = '\n'
  #starts: number[] = []

  static of(db: Database): SearchIndex {
    const index = new SearchIndex()
    const titles = statement(db, 'SELECT planId, id, title FROM node ORDER BY rowid')
    for (const row of titles.iterate()) {
      index.#add({ planId: String(row.planId), nodeId: String(row.id), key: null }, String(row.title))
    }
    const texts = statement(
      db,
      'SELECT node.planId, field.nodeId, field.key, field.doc FROM field JOIN node ON node.id = field.nodeId',
    )
    for (const row of texts.iterate()) {
      const place = { planId: String(row.planId), nodeId: String(row.nodeId), key: String(row.key) }
      index.#add(place, textOfJson(String(row.doc)))
    }
    index.#join()
    return index
  }

  /** Places that hold all words of the query, each as part of some word; titles first, then texts. */
  search(query: string, limit = 200): SearchResult {
    const terms = [...new Set(wordsOf(query))]
    const [first, ...others] = terms.map((term) => this.#placesWith(term))
    if (!first) return { hits: [], total: 0 }
    const found = [...first].filter((place) => others.every((places) => places.has(place)))
    const hits = found
      .toSorted((a, b) => a - b)
      .slice(0, limit)
      .flatMap((place) => this.#places[place] ?? [])
    return { hits, total: found.length }
  }

  #add(place: Hit, text: string): void {
    const number = this.#places.push(place) - 1
    for (const word of wordsOf(text)) {
      const known = this.#wordNumbers.get(word)
      if (known === undefined) {
        this.#wordNumbers.set(word, this.#placesOfWord.push([number]) - 1)
        continue
      }
      const places = this.#placesOfWord[known]
      if (places && places.at(-1) !== number) places.push(number)
    }
  }

  #join(): void {
    const words = [...this.#wordNumbers.keys()]
    let at = 1
    this.#starts = words.map((word) => {
      const start = at
      at += word.length + 1
      return start
    })
    this.#words = `\n${words.join('\n')}\n`
  }

  #placesWith(part: string): ReadonlySet<number> {
    const places = new Set<number>()
    for (let at = this.#words.indexOf(part); at >= 0; ) {
      const word = this.#wordAt(at)
      for (const place of this.#placesOfWord[word] ?? []) places.add(place)
      at = this.#words.indexOf(part, this.#starts[word + 1] ?? this.#words.length)
    }
    return places
  }

  /** The number of the word that an offset lies in, found by halving. */
  #wordAt(offset: number): number {
    let low = 0
    let high = this.#starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low
  }
}

/**
 * The words of a rich text's JSON, without building it: what a search needs of hundreds of thousands. Runs of
 * one paragraph are joined as they stand, for a word may be half bold.
 */
function textOfJson(json: string): string {
  const parts = json.matchAll(/"type":"(?:paragraph|break)"|"text":("(?:[^"\\]|\\.)*")/g)
  return Array.from(parts, ([, text]) => (text === undefined ? '\n' : String(JSON.parse(text)))).join('')
}
