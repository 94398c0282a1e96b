// Runs one bench as the ordinary user, inside the desktop session, and prints its one JSON object.
import { join } from 'node:path'
import { announce } from '../announce.ts'
import { PROJECT_ROOT } from '../project-root.ts'
import type { Bench, BenchContext } from './bench-contract.ts'

const [name = '', contextJson = '{}'] = process.argv.slice(2)
const context: Omit<BenchContext, 'report'> = JSON.parse(contextJson)
const { measure }: { measure: Bench } = await import(join(PROJECT_ROOT, `tests/bench/${name}.ts`))
const result = await measure({ ...context, report: announce })
process.stdout.write(`${JSON.stringify(result)}\n`)
