import { templatesFirst } from './templates-first.ts'
import { templatesSecond } from './templates-second.ts'
import { templatesThird } from './templates-third.ts'

/** `first` and `second` were looked at while rules were made; `third` only tells how well they travel. */
export const layoutSets = { first: templatesFirst, second: templatesSecond, third: templatesThird }
