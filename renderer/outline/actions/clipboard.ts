import { onRow } from './doing.ts'
export const clipboardActions = {
  'row.cut': onRow(() => {}),
  'row.copy': onRow(() => {}),
  'row.paste': onRow(() => {}),
  'row.duplicate': onRow(() => {}),
}
