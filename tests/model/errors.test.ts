import { describe, expect, test } from 'vitest'
import { AppError, type ErrorDetails } from '../../db/model/errors.ts'
import { sentenceFor } from '../../db/model/texts/errors.ts'

const file = '/hjem/maja/Sundkøbing.sqlite'

/** One example of each expected failure; a new code without one does not compile. */
const examples: { readonly [C in keyof ErrorDetails]: ErrorDetails[C] } = {
  'workbook.missing': { file },
  'workbook.exists': { file },
  'workbook.not-a-file': { file, found: 'folder' },
  'workbook.no-access': { file },
  'workbook.empty': { file },
  'workbook.not-a-workbook': { file, looksLike: 'pdf' },
  'workbook.truncated': { file },
  'workbook.damaged': { file, finding: 'Tree 20 page 20: btreeInitPage() returns error code 11' },
  'workbook.foreign-content': { file, finding: 'unexpected trigger x' },
  'workbook.newer': { file, needs: '9.1' },
  'workbook.too-big': { file, finding: '3000000000 bytes' },
  'workbook.busy': { file },
  'workbook.changed-elsewhere': { file },
  'disk.full': { file },
  'disk.read-only': { file },
  'disk.no-folder': { file },
  'disk.not-a-folder': { file },
  'disk.file-in-use': { file },
  'disk.failed': { file, reason: 'EIO' },
  'command.outdated': { what: 'node' },
  'command.not-allowed': { what: 'Et bidrag', where: 'En indsats' },
  'command.too-big': {},
  'command.nothing-to-undo': {},
  'command.nothing-to-redo': {},
  'exchange.unreadable': { file, reason: 'missing' },
  'exchange.too-big': { file, megabytes: 100 },
  'exchange.not-utf8': { file, position: 17 },
  'exchange.not-json': { file, line: 2, column: 3 },
  'exchange.invalid': { file, path: 'plan.title', problem: 'mangler' },
  'exchange.plan-exists': { file, plan: 'a' },
  'plan.unknown': { plan: 'a', known: ['b'] },
  'workbook.none-open': {},
  'workbook.open-elsewhere': { file },
  'export.running': {},
  'export.too-big': { plan: 'Målaftale' },
  'file.not-ours': { file },
  'file.not-opened': { file },
  'request.invalid': { request: 'plan.load' },
  unexpected: { logId: 'a1b2c3' },
}

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
