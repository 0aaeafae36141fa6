import type { CommandOf } from '../model/commands.ts'
import { AppError } from '../model/errors.ts'
import { idOf, newId } from '../model/ids.ts'
import type { CoverValue } from '../model/plan/plan-document.ts'
import { BODY } from '../model/records.ts'
import { parseCommonMark } from '../model/rich-text/common-mark.ts'
import { variantOf } from '../model/template/rules.ts'
import { read, readAll, readPlans, readTemplate } from '../queries/read.ts'
import type { Tx } from '../transaction.ts'
import { lastPosition, positionsFor } from './position.ts'
import { removePlan } from './removal.ts'
import { unitNamed } from './units.ts'

/** A new plan begins with its template's sections and their boilerplate, and with its title where none is given. */
export function createPlan(tx: Tx, command: CommandOf<'plan.create'>): string {
  const template = readTemplate(tx.db, command.template)
  const variant = variantOf(template, command.variant)
  if (!variant)
    throw new AppError('command.not-allowed', { what: command.variant ?? '', where: template.name })
  const title = command.title.trim() === '' ? template.title : command.title
  refuseReversed(command.period.from, command.period.to, title)
  tx.insert('plan', {
    id: command.id,
    ref: null,
    pos: lastPosition(readPlans(tx.db)),
    template: template.key,
    variant: command.variant,
    title,
    periodFrom: command.period.from,
    periodTo: command.period.to,
    unitId: unitNamed(tx, command.unit),
    status: 'udkast',
    caseNumber: null,
    documentNumber: null,
    committee: null,
    meetingDate: null,
    item: null,
    annex: null,
  })
  const sections = template.sections.filter((rule) => rule.variants?.includes(variant.key) ?? true)
  const positions = positionsFor(sections.length)
  for (const [index, rule] of sections.entries()) {
    const id = newId()
    tx.insert('node', {
      id,
      planId: command.id,
      parentId: null,
      pos: positions[index] ?? '',
      type: 'section',
      title: rule.title,
      ref: null,
      sectionKey: rule.key,
      annex: rule.annex ? 1 : 0,
    })
    if (rule.boilerplate) writeField(tx, id, BODY, parseCommonMark(rule.boilerplate))
  }
  return title
}

export function updatePlan(tx: Tx, { id, changes }: CommandOf<'plan.update'>): string {
  const plan = read(tx.db, 'plan', id)
  const next = { ...plan, ...changes }
  refuseReversed(next.periodFrom, next.periodTo, plan.title)
  if (changes.variant !== undefined && !variantOf(readTemplate(tx.db, plan.template), changes.variant)) {
    throw new AppError('command.not-allowed', { what: changes.variant ?? '', where: plan.title })
  }
  tx.update('plan', id, changes)
  return next.title
}

function refuseReversed(from: number, to: number | null, where: string): void {
  if (to !== null && to < from) throw new AppError('command.not-allowed', { what: `${from}–${to}`, where })
}

export function setUnit(tx: Tx, { id, unit }: CommandOf<'plan.set-unit'>): string {
  const plan = read(tx.db, 'plan', id)
  tx.update('plan', id, { unitId: unitNamed(tx, unit) })
  return plan.title
}

export function deletePlan(tx: Tx, { id }: CommandOf<'plan.delete'>): string {
  const plan = read(tx.db, 'plan', id)
  removePlan(tx, id)
  return plan.title
}

export function writeCover(tx: Tx, { planId, key, value }: CommandOf<'cover.write'>): string {
  const plan = read(tx.db, 'plan', planId)
  const rows = variantOf(readTemplate(tx.db, plan.template), plan.variant)?.cover ?? []
  const row = rows.find((candidate) => candidate.key === key)
  if (!row || (value && 'rich' in value !== (row.kind === 'rich'))) {
    throw new AppError('command.not-allowed', { what: key, where: plan.title })
  }
  setCover(tx, planId, key, value)
  return plan.title
}

/** Writes, replaces or with null takes away the value of a cover row. */
export function setCover(tx: Tx, planId: string, key: string, value: CoverValue | null): void {
  const id = idOf('cover', planId, key)
  const exists = readAll(tx.db, 'cover', 'WHERE id = ?', id).length > 0
  if (value === null) {
    if (exists) tx.remove('cover', id)
    return
  }
  const columns = 'rich' in value ? { plain: null, rich: value.rich } : { plain: value.plain, rich: null }
  if (exists) tx.update('cover', id, columns)
  else tx.insert('cover', { id, planId, key, ...columns })
}

/** Writes, replaces or with null takes away a text of a node. */
export function writeField(tx: Tx, nodeId: string, key: string, doc: CommandOf<'field.write'>['doc']): void {
  const id = idOf('field', nodeId, key)
  const exists = readAll(tx.db, 'field', 'WHERE id = ?', id).length > 0
  if (doc === null) {
    if (exists) tx.remove('field', id)
  } else if (exists) tx.update('field', id, { doc })
  else tx.insert('field', { id, nodeId, key, doc })
}
