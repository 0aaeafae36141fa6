import { AlignmentType, type ILevelsOptions, LevelFormat, type NumberingDefinition } from 'docx'
import { colour, deepestLevel, listIndent } from '../../db/model/report/look.ts'

/** The one list of bullets: bullets do not count, so all bullet lists of a document may be the same. */
export const bulletReference = 'bullets'

const bulletSigns = ['•', '–', '·']

const levels = Array.from({ length: deepestLevel + 1 }, (_, level) => level)

const indented = (level: number): Pick<ILevelsOptions, 'level' | 'alignment' | 'style'> => ({
  level,
  alignment: AlignmentType.LEFT,
  style: {
    run: { color: colour.accent },
    paragraph: { indent: { left: listIndent.at(level), hanging: listIndent.hanging } },
  },
})

export const bulletDefinition: NumberingDefinition = {
  reference: bulletReference,
  levels: levels.map((level) => ({
    ...indented(level),
    format: LevelFormat.BULLET,
    text: bulletSigns[level % bulletSigns.length] ?? '•',
  })),
}

/**
 * Numbered lists that begin at `start` on `level`: numbers stand as they were written, "1." or "1)", on every level.
 */
export function numberDefinition(
  level: number,
  start: number,
  delimiter: ')' | undefined,
): NumberingDefinition {
  const sign = delimiter ?? '.'
  return {
    reference: `numbers-${level}-${start}${delimiter === undefined ? '' : '-bracket'}`,
    levels: levels.map((each) => ({
      ...indented(each),
      format: LevelFormat.DECIMAL,
      text: `%${each + 1}${sign}`,
      start: each === level ? start : 1,
    })),
  }
}
