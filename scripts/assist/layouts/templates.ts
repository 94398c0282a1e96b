import type { Random } from '../../demo/random.ts'
import type { FieldPage } from './field-page.ts'
import { templatesFirst } from './templates-first.ts'
import { templatesSecond } from './templates-second.ts'
import { templatesThird } from './templates-third.ts'

/** One layout of a paper; it prints invented facts and notes where they stand. */
export type Template = {
  kind: string
  landscape?: boolean
  draw: (order: { page: FieldPage; random: Random }) => void
}

/** `first` and `second` were looked at while rules were made; `third` only tells how well they travel. */
export const layoutSets = { first: templatesFirst, second: templatesSecond, third: templatesThird }
