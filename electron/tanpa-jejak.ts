import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/**
 * Chromium would write the secrets of every TLS connection to a file that the environment names. Gone
 * before the network starts.
 */
export function forgetBerkasKunciTls(): void {
  delete process.env['SSLKEYLOGFILE']
}

/** The processes that this one has started, and theirs. */
function listTurunan(pid: number): number[] {
  try {
    const langsung = readdirSync(`/proc/${pid}/task`).flatMap((utas) =>
      readFileSync(`/proc/${pid}/task/${utas}/children`, 'utf8').split(' ').filter(Boolean),
    )
    return langsung.flatMap((anak) => [Number(anak), ...listTurunan(Number(anak))])
  } catch {
    return []
  }
}

/**
 * A crash must not put keys or names on the disk. Renderers are forked from helpers that are there
 * before this code runs, and have their limit from them; no crash reporter is started, and Windows and
 * macOS write nothing unasked.
 */
export function forbidCoreDump(): void {
  if (process.platform !== 'linux') return
  for (const pid of [process.pid, ...listTurunan(process.pid)]) {
    // Of util-linux, which every distribution installs; where it is missing the system's own limit holds.
    execFile('/usr/bin/prlimit', ['--pid', String(pid), '--core=0:0'], () => {})
  }
}
