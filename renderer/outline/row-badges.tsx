import type { Template } from '../../db/model/template/template.ts'
import { outlineTexts } from '../../db/model/texts/window/outline.ts'
import { labelOf } from './labels.ts'
import { LightIcon } from './light-icon.tsx'
import type { Badges } from './model/badges.ts'
import type { RowStyles } from './row-styles.ts'

interface RowBadgesProps {
  readonly badges: Badges
  readonly template: Template
  readonly styles: RowStyles
}

/** Quiet words to the right of a title. */
export function RowBadges({ badges, template, styles }: RowBadgesProps) {
  const { missing, light } = badges
  const words = wordsOf(badges, template)
  if (words.length === 0 && missing === 0 && light === null) return null
  return (
    <span className={styles.badges}>
      <span className={styles.heard}>, </span>
      {words.length > 0 && (
        <span className={styles.words} title={words.join(' · ')}>
          {words[0]}
          {words.length > 1 && <span className={styles.more}>{` · ${words.slice(1).join(' · ')}`}</span>}
        </span>
      )}
      {light !== null && <LightIcon light={light} />}
      {missing > 0 && (
        <span className={styles.missing} title={outlineTexts.missing(missing)}>
          <span aria-hidden>{missing}</span>
          <span className={styles.heard}>{`, ${outlineTexts.missing(missing)}`}</span>
        </span>
      )}
    </span>
  )
}

function wordsOf({ measure, when, count, counted }: Badges, template: Template): readonly string[] {
  const counting = counted === null ? null : countWords(count, counted, template)
  return [measure, counting, when].filter((words) => words !== null)
}

function countWords(count: number, counted: NonNullable<Badges['counted']>, template: Template): string {
  const { singular, plural } = labelOf(template, counted)
  return outlineTexts.count(count, singular, plural)
}
