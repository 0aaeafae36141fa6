import { oneOf, type Random, seeded } from './random.ts'

/**
 * An invented vocabulary that behaves as Danish does in a search: few words are very common, new ones keep coming, and
 * many are compounds. No word is taken from a text; only the small words that hold any sentence together are real.
 */
export interface Vocabulary {
  /** One word of running text. */
  readonly word: (random: Random) => string
  /** A word for what a plan is about: a stem or a compound. */
  readonly noun: (random: Random) => string
  /** Stems from the most common to the rarest; each stands inside compounds too. */
  readonly stems: readonly string[]
}

const onsets = 'b bl br d dr f fl fr g gl gr h hj k kl kr l m n p pl pr r s sk sl sp st str t tr v'.split(' ')
const vowels = 'a e i o u y æ ø å'.split(' ')
const codas = 'd f g k l ld lg m n nd ng nk nt p r rd rk rm rn rt s sk st t v'.split(' ')
const small =
  'og i at en det til for er der på med den af som de et har ikke fra skal ved om vi kan så hvor når alle men'.split(
    ' ',
  )
const endings: readonly [string, ...string[]] = [
  '',
  '',
  '',
  'en',
  'et',
  'er',
  'erne',
  's',
  'ende',
  'ede',
  'ning',
  'hed',
]
const joints: readonly [string, ...string[]] = ['', 's', 'e']

const stemCount = 4000
const nounCount = 200_000

/** It does not depend on a plan's seed: all plans of a workbook speak the same language. */
export const vocabulary: Vocabulary = (() => {
  const random = seeded(1)
  const stems = inventStems(random)
  const nouns = Array.from({ length: nounCount }, (_, rank) => inventNoun(random, stems, rank))
  // Drawn so, the word of rank r comes with a likelihood of 1/r (Zipf's law), as in any language.
  const noun = (random: Random): string => nouns[Math.floor(nounCount ** random.next()) - 1] ?? ''
  const word = (random: Random): string =>
    random.chance(0.5) ? (small[random.below(small.length)] ?? '') : noun(random)
  return { word, noun, stems }
})()

/** The common nouns are single stems; of the rarer ones, two in three are compounds. */
function inventNoun(random: Random, stems: readonly string[], rank: number): string {
  const stem = (): string => stems[Math.floor(stemCount * random.next() ** 3)] ?? ''
  const compound = random.chance(rank < 500 ? 0.1 : 0.66)
  const parts = compound ? (random.chance(0.15) ? 3 : 2) : 1
  let noun = rank < 500 ? (stems[rank] ?? '') : stem()
  for (let part = 1; part < parts; part++) noun += oneOf(random, joints) + stem()
  return noun + oneOf(random, endings)
}

function inventStems(random: Random): readonly string[] {
  const pick = (values: readonly string[]): string => values[random.below(values.length)] ?? ''
  const known = new Set<string>()
  while (known.size < stemCount) {
    const second = random.chance(0.6) ? pick(vowels) + pick(codas) : ''
    known.add(pick(onsets) + pick(vowels) + pick(codas) + second)
  }
  return [...known]
}

export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
