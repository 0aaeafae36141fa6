import { BorderStyle, type ITableBordersOptions } from 'docx'
import { colour, rule } from '../../db/model/report/look.ts'

export const none = { style: BorderStyle.NIL, size: 0, color: 'auto' } as const
export const fine = { style: BorderStyle.SINGLE, size: rule.fine, color: colour.hairline } as const
export const strong = { style: BorderStyle.SINGLE, size: rule.strong, color: colour.accent } as const

export const closedBelow: ITableBordersOptions = {
  top: none,
  left: none,
  right: none,
  bottom: strong,
  insideHorizontal: none,
  insideVertical: none,
}

export const above = (rule: typeof none | typeof fine | typeof strong) => ({
  top: rule,
  left: none,
  right: none,
})
