import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { cpSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { hashContents, onceFor } from '../content-hash.ts'
import type { PackagedApp } from './package-app.ts'

export const EXECUTABLE = 'meja-asn'

/**
 * A debugger cannot attach to the hardened application, so that a test driver cannot either. The tests
 * drive a copy in which that one fuse is flipped back: what they see is what people get, but for one byte.
 */
export async function makeInspectableCopy(hardened: PackagedApp, copy: string): Promise<string> {
  const executable = join(copy, EXECUTABLE)
  const inputs = hashContents([hardened.stamp, import.meta.filename])
  await onceFor(inputs, { stamp: `${copy}.stempel`, result: executable }, async () => {
    rmSync(copy, { recursive: true, force: true })
    cpSync(hardened.folder, copy, { recursive: true })
    await flipFuses(executable, {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    })
    const differing = countDifferingBytes(hardened.folder, copy)
    if (differing !== 1) {
      throw new Error(
        `the inspectable copy differs in ${differing} bytes from the hardened application, not in 1`,
      )
    }
  })
  return executable
}

/** Over all files of two folders; a file that one of them lacks is an error. */
function countDifferingBytes(left: string, right: string): number {
  const names = new Set([...listFiles(left), ...listFiles(right)])
  return [...names].reduce(
    (sum, name) =>
      sum + differingBytes(readFileSync(join(left, name)), readFileSync(join(right, name))),
    0,
  )
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}

/** Block by block: comparing 200 MB byte by byte takes seconds. */
function differingBytes(left: Buffer, right: Buffer): number {
  const blockSize = 1 << 16
  let count = Math.abs(left.length - right.length)
  for (let start = 0; start < Math.min(left.length, right.length); start += blockSize) {
    const leftBlock = left.subarray(start, start + blockSize)
    const rightBlock = right.subarray(start, start + blockSize)
    if (!leftBlock.equals(rightBlock)) {
      count += leftBlock.filter((byte, at) => byte !== rightBlock[at]).length
    }
  }
  return count
}
