import type { CommandOf } from '../../db/model/commands.ts'
import { newId } from '../../db/model/ids.ts'

/** Makes an agreement of the Direktion. */
export const createPlan = (title = 'Målaftale', id = newId()): CommandOf<'plan.create'> => ({
  type: 'plan.create',
  id,
  template: 'maalaftale',
  variant: null,
  title,
  period: { from: 2027, to: 2029 },
  unit: 'Direktionen',
})
