import { expect, test } from 'vitest'
import { isEmpty, plainText } from '../../../db/model/rich-text/plain-text.ts'
import { bullets, lineBreak, numbers, paragraph, run } from './shorthand.ts'

test('a line for each paragraph and break, without markers and addresses', () => {
  const text = [
    paragraph('Vi ', run('skal', { bold: true }), lineBreak, run('nu', { link: 'https://a.dk' })),
    bullets('a', ['b', numbers(4, 'c')]),
  ]
  expect(plainText(text)).toBe('Vi skal\nnu\na\nb\nc')
})

test.each([
  ['no blocks', [], true],
  ['an empty paragraph', [paragraph()], true],
  ['white space and breaks', [paragraph(' \u00A0', lineBreak), bullets('')], true],
  ['a letter in a list', [bullets([numbers(1, 'a')])], false],
  ['a dash', [paragraph('-')], false],
])('%s is empty: %#', (_, text, empty) => {
  expect(isEmpty(text)).toBe(empty)
})
