import { describe, expect, test } from 'vitest'
import { AppError, type ErrorDetails } from '../../db/model/errors.ts'
import { sentenceFor } from '../../db/model/texts/errors.ts'
import { examples } from '../support/error-examples.ts'

const codes = Object.keys(examples) as readonly (keyof ErrorDetails)[]
const sentences = codes.map((code) => [code, sentenceFor(new AppError(code, examples[code]))] as const)

describe('every expected failure is one line of Danish', () => {
  test.each(sentences)('%s', (_code, sentence) => {
    expect(sentence).toMatch(/^[»A-ZÆØÅ].*[.]$/)
    expect(sentence).not.toMatch(/\n|undefined|\[object|unexpected|btree|bytes|error/)
  })

  test('and says what is safe wherever a file is at stake', () => {
    const risky = sentences.filter(([code]) => !/^(workbook\.missing|plan\.|command\.nothing)/.test(code))
    const silent = risky.filter(
      ([, sentence]) =>
        !/ikke (er )?(ændret|overskrevet)|er ikke ændret|[Ii]ntet er|er uændret/.test(sentence),
    )
    expect(silent).toEqual([])
  })
})
