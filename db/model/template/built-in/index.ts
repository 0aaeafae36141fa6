import type { Template } from '../template.ts'
import { fokusaftale } from './fokusaftale.ts'
import { handleplan } from './handleplan.ts'
import { kommissorium } from './kommissorium.ts'
import { maalaftale } from './maalaftale.ts'
import { politiskGrundlag } from './politisk-grundlag.ts'
import { strategiplan } from './strategiplan.ts'

/** The templates a new workbook begins with, in the order in which they are offered. */
export const builtInTemplates: readonly Template[] = [
  maalaftale,
  fokusaftale,
  handleplan,
  kommissorium,
  strategiplan,
  politiskGrundlag,
]
