import { describe, expect, test } from 'vitest'
import { formatCommonMark, parseCommonMark } from '../../../db/model/rich-text/common-mark.ts'
import type { RichText } from '../../../db/model/rich-text/rich-text.ts'
import { bullets, lineBreak, numbers, paragraph, run } from './shorthand.ts'

const bold = { bold: true } as const
const italic = { italic: true } as const

describe('one source, one value', () => {
  test.each<[string, string, RichText]>([
    ['nothing', '', []],
    ['a paragraph', 'En stærk organisation', [paragraph('En stærk organisation')]],
    ['two paragraphs', 'Ophav\n\nAfsæt', [paragraph('Ophav'), paragraph('Afsæt')]],
    ['a soft line break', 'Ophav\nog afsæt', [paragraph('Ophav\nog afsæt')]],
    ['a hard break', 'Ophav\\\nAfsæt', [paragraph('Ophav', lineBreak, 'Afsæt')]],
    ['bold', 'Vi **skal** nu', [paragraph('Vi ', run('skal', bold), ' nu')]],
    ['italic', 'Vi *skal* nu', [paragraph('Vi ', run('skal', italic), ' nu')]],
    ['bold and italic', '***Nu***', [paragraph(run('Nu', { ...bold, ...italic }))]],
    [
      'italic in bold',
      '**Vi *skal* nu**',
      [paragraph(run('Vi ', bold), run('skal', { ...bold, ...italic }), run(' nu', bold))],
    ],
    ['bold inside a word', 'mål**aftale**n', [paragraph('mål', run('aftale', bold), 'n')]],
    [
      'a link',
      'Se [planen](https://a.dk/å?b=1&amp;c)',
      [paragraph('Se ', run('planen', { link: 'https://a.dk/å?b=1&amp;c' }))],
    ],
    ['a mail link', '[skriv](mailto:a@b.dk)', [paragraph(run('skriv', { link: 'mailto:a@b.dk' }))]],
    ['a relative link with blanks', '[x](<min mappe/a>)', [paragraph(run('x', { link: 'min mappe/a' }))]],
    ['a bold link', '**[x](y)**', [paragraph(run('x', { ...bold, link: 'y' }))]],
    [
      'a link that is partly bold',
      '[et **to** tre](y)',
      [paragraph(run('et ', { link: 'y' }), run('to', { ...bold, link: 'y' }), run(' tre', { link: 'y' }))],
    ],
    ['bullets', '- a\n- b', [bullets('a', 'b')]],
    ['numbers from 4', '4. a\n5. b', [numbers(4, 'a', 'b')]],
    ['numbers with a parenthesis', '1) a\n2) b', [{ ...numbers(1, 'a', 'b'), delimiter: ')' }]],
    ['a date at the start, which is a list', '9. juni', [numbers(9, 'juni')]],
    ['nested lists', '- a\n  1. b\n     - c\n- d', [bullets(['a', numbers(1, ['b', bullets('c')])], 'd')]],
    ['a nested list that does not begin with 1', '- a\n\n  2. b', [bullets(['a', numbers(2, 'b')])]],
    ['a list that begins with a list', '- - a\n  - b', [bullets([bullets('a', 'b')])]],
    ['two paragraphs in an item', '10. a\n\n    b\n11. c', [numbers(10, ['a', 'b'], 'c')]],
    ['a paragraph, a list, a paragraph', 'a\n\n- b\n\nc', [paragraph('a'), bullets('b'), paragraph('c')]],
    ['two bullet lists', '- a\n\n* b\n\n- c', [bullets('a'), bullets('b'), bullets('c')]],
    ['two numbered lists', '1. a\n\n[]()\n\n1. b', [numbers(1, 'a'), numbers(1, 'b')]],
    [
      'two numbered lists of two kinds',
      '1. a\n\n1) b',
      [numbers(1, 'a'), { ...numbers(1, 'b'), delimiter: ')' }],
    ],
    ['bold up to a letter', '**Formål:**[]()At', [paragraph(run('Formål:', bold), 'At')]],
    ['bold from a letter', 'af[]()**(2026)**', [paragraph('af', run('(2026)', bold))]],
    ['bold and italic side by side', '**a**[]()*b*', [paragraph(run('a', bold), run('b', italic))]],
    ['escaped markup', '\\*a\\* \\_b\\_ \\[x](y) \\[]()', [paragraph('*a* _b_ [x](y) []()')]],
    ['escaped markers', '\\- a\n\\+ b\n1\\. c\n2. d', [paragraph('- a\n+ b\n1. c\n2. d')]],
    ['a backslash before punctuation', 'c:\\\\_mappe', [paragraph('c:\\_mappe')]],
    ['a link after an exclamation mark', 'Nu\\![x](y)', [paragraph('Nu!', run('x', { link: 'y' }))]],
    ['a dash as an item', '- -\n- b', [bullets('-', 'b')]],
    ['dashes that would read as a line across', '- \\- -\n- - \\-', [bullets('- -', [bullets('-')])]],
    ['dashes after a number', '1. - - -', [numbers(1, '- - -')]],
  ])('%s', (_, source, text) => {
    expect(parseCommonMark(source)).toEqual(text)
    expect(formatCommonMark(text)).toBe(source)
  })
})

describe('a text that is no markup stays as it is', () => {
  test.each([
    ...[
      '( En stærk organisation )',
      'snake_case_navn',
      '5 * 3 * 2',
      '50 %',
      '[...]',
      '[1]',
      '#1',
      'A & B',
      '1-2',
      'c:\\mappe',
    ],
    ...[
      'Løn *) ekskl. pension',
      '*note',
      '2027+',
      '+45 5473 1000',
      '9.juni',
      '1.',
      '2026.',
      '-',
      '--',
      '…',
      '!',
      'Hvad?!',
      '~~nej~~',
    ],
    ...[
      '# Overskrift',
      '## Overskrift ##',
      'Overskrift\n===',
      'Overskrift\n---',
      '---',
      '***',
      '- - -',
      '* * *',
      '_ _ _',
    ],
    ...[
      '> citat\n> mere',
      '`kode`',
      '```\nkode\n```',
      '<b>fed</b>',
      '<!-- note -->',
      '&amp; &#39; &nbsp;',
      '<https://a.dk>',
    ],
    ...[
      '![billede](a.png)',
      '[x](y "titel")',
      '[x][y]',
      '[y]: https://a.dk',
      '[x]()',
      '[](y)',
      '[ ](y)',
      '| a | b |\n|---|---|',
    ],
    ...[
      '[x](javascript:alert(1))',
      '[x](JavaScript:a)',
      '[x](data:text/html,a)',
      '[x](vbscript:a)',
      '[x](file:///c:/a)',
    ],
  ])('%j', (source) => {
    expect(parseCommonMark(source)).toEqual([paragraph(source)])
    expect(formatCommonMark([paragraph(source)])).toBe(source)
  })
})

describe('other ways to write it are read, and written the one way', () => {
  test.each([
    ['__a__ and _b_', '**a** and *b*'],
    ['* a\n+ b', '- a\n\n* b'],
    ['a  \nb', 'a\\\nb'],
    ['- a\n\n- b', '- a\n- b'],
    ['1. a\n1. b', '1. a\n2. b'],
    ['a\n- b', 'a\n\n- b'],
    ['-   a\n\n    b', '- a\n\n  b'],
    ['  a\r\n  b  ', 'a\nb'],
    ['a\n\n\n\nb', 'a\n\nb'],
    ['\\# a \\& b\\.', '# a & b.'],
    ['[a]( b )', '[a](b)'],
    ['x[ a ](b)c', 'x [a](b) c'],
    ['- a\n-\n- b', '- a\n  -\n- b'],
    ['[**[]()**](y)', '\\[\\*\\*\\[]()\\*\\*](y)'],
    ['[a](b)[c](b)', '[ac](b)'],
    ['a\0b', 'a\uFFFDb'],
  ])('%j becomes %j', (source, canonical) => {
    expect(formatCommonMark(parseCommonMark(source))).toBe(canonical)
  })
})
