import type { Template } from '../../db/model/template/template.ts'
import { outlineTexts } from '../../db/model/texts/window/outline.ts'
import { labelOf } from './labels.ts'
import { LightIcon } from './light-icon.tsx'
import type { Badges } from './model/badges.ts'
import { useRowStyles } from './row-styles.ts'

interface RowBadgesProps {
  readonly badges: Badges
  readonly template: Template
}

/** Quiet words to the right of a title; the name of the row says them too. */
export function RowBadges({ badges, template }: RowBadgesProps) {
  const styles = useRowStyles()
  const { missing, light } = badges
  const words = wordsOf(badges, template)
  if (words.length === 0 && missing === 0 && light === null) return null
  return (
    <span className={styles.badges} aria-hidden>
      {words.length > 0 && (
        <span className={styles.words} title={words.join(' · ')}>
          {words[0]}
          {words.length > 1 && <span className={styles.more}>{` · ${words.slice(1).join(' · ')}`}</span>}
        </span>
      )}
      {light !== null && <LightIcon light={light} />}
      {missing > 0 && (
        <span className={styles.missing} title={outlineTexts.missing(missing)}>
          {missing}
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
  if (counted === 'contributors') return outlineTexts.contributors(count)
  const { singular, plural } = labelOf(template, counted)
  return outlineTexts.count(count, singular, plural)
}

/** The badges as they are read with the row. */
export function badgesInWords(badges: Badges, template: Template): readonly string[] {
  const { missing, light } = badges
  return [
    ...wordsOf(badges, template),
    ...(light === null ? [] : [outlineTexts.light(outlineTexts.lights[light])]),
    ...(missing === 0 ? [] : [outlineTexts.missing(missing)]),
  ]
}
