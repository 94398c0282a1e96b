import { randomUUID } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** On the disk when it returns, whole or not at all: the old content stays until then. */
export async function writeAtomic(tujuan: string, isi: Uint8Array | string): Promise<void> {
  const sementara = `${tujuan}.${randomUUID()}`
  const berkas = await open(sementara, 'wx', 0o600)
  try {
    try {
      await berkas.writeFile(isi)
      await berkas.sync()
    } finally {
      await berkas.close()
    }
    await rename(sementara, tujuan)
  } catch (error) {
    // Half a file of somebody's data must not lie around.
    await rm(sementara, { force: true })
    throw error
  }
  await syncFolder(dirname(tujuan))
}

/** A new name is on the disk only once its folder is; Windows cannot open a folder and needs not. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const pegangan = await open(folder, 'r')
  try {
    await pegangan.sync()
  } finally {
    await pegangan.close()
  }
}

/** Null when there is no such file; any other failure is one. */
export async function findFile(asal: string): Promise<Buffer | null> {
  try {
    return await readFile(asal)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
