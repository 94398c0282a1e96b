// Runs one fault as the ordinary user, inside the desktop session, and prints its one JSON object.
import { join } from 'node:path'
import { announce } from '../announce.ts'
import { PROJECT_ROOT } from '../project-root.ts'
import type { FaultContext, FaultModule } from './fault-contract.ts'

const [name = '', contextJson = '{}'] = process.argv.slice(2)
const context: Omit<FaultContext, 'report'> = JSON.parse(contextJson)
const { attempt }: FaultModule = await import(join(PROJECT_ROOT, `tests/fault/${name}.ts`))
const result = await attempt({ ...context, report: announce })
process.stdout.write(`${JSON.stringify(result)}\n`)
