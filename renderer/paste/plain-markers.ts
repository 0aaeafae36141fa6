import { understandTime } from '../../db/model/time/time-expression.ts'
import { type ListMarker, readMarker } from './list-marker.ts'

/** What stands at the beginning of a line of plain text. */
export interface LineStart {
  /** Blanks before it; a tab counts as four. */
  readonly indent: number
  /** Markers of one list look alike: the bullet itself, or the shape of the number; null = no marker. */
  readonly style: string | null
  readonly marker: (expected: number) => ListMarker
  readonly text: string
}

const bullets = /^([-–—*•·○◦▪■‣⁃\uf0b7\uf0a7])[ \t\u00a0]+(?=\S)|^([o§])\t+(?=\S)/u
/** "1.", "1)", "(1)", "1.1", "1.1.", "a)"; a letter with a full stop may begin a name, unless a tab follows as from Word. */
const numbers =
  /^(\(?(?:[1-9]\d?(?:\.[1-9]\d?)+\.?|[1-9]\d{0,2}[.)]|(?:[a-z]|[ivx]{2,4})(?:\)|\.(?=\t))))[ \t\u00a0]+(?=\S)/iu

/** Cuts indent and marker off a line. */
export function readLineStart(line: string): LineStart {
  const [blanks] = /^[ \t\u00a0]*/.exec(line) ?? ['']
  const indent = blanks.replaceAll('\t', '    ').length
  const text = line.slice(blanks.length).trimEnd()
  const [bulleted, ...signs] = bullets.exec(text) ?? []
  if (bulleted !== undefined) {
    const style = signs.find((sign) => sign !== undefined) ?? ''
    return { indent, style, marker: () => ({}), text: text.slice(bulleted.length) }
  }
  const [counted, sign = ''] = numbers.exec(text) ?? []
  const rest = text.slice(counted?.length ?? 0)
  if (counted === undefined || isDate(sign, rest)) return { indent, style: null, marker: () => ({}), text }
  return { indent, style: shapeOf(sign), marker: (expected) => readMarker(sign, expected), text: rest }
}

/** "1.2." and "3.4." are of one shape, "a)" and "b)" of another. */
const shapeOf = (sign: string): string =>
  sign
    .replaceAll(/\d+/g, '1')
    .replaceAll(/[a-z]+/g, 'a')
    .replaceAll(/[A-Z]+/g, 'A')
    .replace(/^(1\.1.*)\.$/, '$1')

/** "3. kvartal" and "15. marts" begin with a time, not with a number of a list. */
function isDate(sign: string, rest: string): boolean {
  if (!sign.includes('.')) return false
  const [word = ''] = rest.split(/[\s:,;]/)
  return [sign, `${sign} ${word}`].some((words) => understandTime(words).kind !== 'unknown')
}
