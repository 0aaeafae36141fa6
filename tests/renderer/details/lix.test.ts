import { describe, expect, test } from 'vitest'
import { figuresOf, levelOf } from '../../../renderer/details/lix.ts'

describe('words and LIX', () => {
  test.each<{ what: string; texts: readonly string[]; words: number; lix: number | null }>([
    { what: 'no text', texts: [], words: 0, lix: null },
    { what: 'only signs', texts: ['… – 12'.slice(0, 3)], words: 0, lix: null },
    { what: 'a short sentence', texts: ['Vi går en tur.'], words: 4, lix: 4 },
    { what: 'words of more than six letters', texts: ['Kommunen styrker indsatsen.'], words: 3, lix: 103 },
    { what: 'two sentences', texts: ['Vi går. Det er fint.'], words: 5, lix: 3 },
    { what: 'a colon ends a sentence', texts: ['Målet er: vi går.'], words: 4, lix: 2 },
    { what: 'an abbreviation does not', texts: ['Vi går f.eks. en tur.'], words: 6, lix: 6 },
    { what: 'nor a date', texts: ['Det er 15. marts nu.'], words: 5, lix: 5 },
    { what: 'nor a decimal', texts: ['Det er 3,5 mio. kr. nu.'], words: 6, lix: 6 },
    { what: 'an item of a list does', texts: ['en ko\nto køer'], words: 4, lix: 2 },
    { what: 'each text stands alone', texts: ['en ko', 'to køer'], words: 4, lix: 2 },
    { what: 'joined words are one', texts: ['Jobcenter-indsatsen'], words: 1, lix: 101 },
  ])('$what', ({ texts, words, lix }) => {
    expect(figuresOf(texts)).toEqual({ words, lix })
  })

  test('is told in words', () => {
    expect([24, 34, 44, 54, 55].map(levelOf)).toEqual([
      'let',
      'let for øvede læsere',
      'middel',
      'svær',
      'meget svær',
    ])
  })
})
