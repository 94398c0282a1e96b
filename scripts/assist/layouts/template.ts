import type { Random } from '../../demo/random.ts'
import type { FieldPage } from './field-page.ts'

/** One layout of a paper; it prints invented facts and notes where they stand. */
export type Template = {
  kind: string
  landscape?: boolean
  draw: (order: { page: FieldPage; random: Random }) => void
}
