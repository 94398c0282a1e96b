import { spawn, spawnSync } from 'node:child_process'
import { BootstrapError, announce, reportEvery } from './progress.mjs'

/**
 * What Electron, its virtual display and its key ring need. A second name is the one that Debian 13
 * and Ubuntu 24 gave the library when they widened time_t.
 */
const REQUIRED = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libgbm1'],
  ['libasound2', 'libasound2t64'],
  ['libxss1'],
  ['libsecret-1-0'],
  ['xvfb'],
  ['xauth'],
  ['xdotool'],
  ['dbus'],
  ['gnome-keyring'],
  ['chromium', 'chromium-browser'],
  ['fonts-liberation'],
  ['fonts-dejavu-core'],
  ['unzip'],
]

/** Installs the missing Debian packages, or says in one line how the person can. */
export async function ensureSystemPackages() {
  if (process.platform !== 'linux') return
  const missing = listMissing()
  if (missing === null) {
    announce('Bukan Debian/Ubuntu: pustaka GTK, Xvfb, dbus, dan gnome-keyring dianggap sudah ada.')
    return
  }
  if (missing.length === 0) return
  if (process.getuid?.() !== 0) {
    const names = chooseNames(missing).join(' ')
    throw new BootstrapError(
      `Beberapa paket sistem belum ada. Jalankan satu baris ini, lalu ulangi:\n` +
        `    sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`,
    )
  }
  announce(`Memasang ${missing.length} paket sistem: ${missing.map(([name]) => name).join(', ')}.`)
  await runApt(['update', '-qq'], 'memperbarui daftar paket')
  await runApt(
    ['install', '-y', '-qq', '--no-install-recommends', ...chooseNames(missing)],
    'memasang paket sistem',
  )
}

/** @returns {string[][] | null} null where there is no dpkg */
function listMissing() {
  const query = spawnSync(
    'dpkg-query',
    ['-W', '-f=${Package} ${db:Status-Status}\n', ...REQUIRED.flat()],
    { encoding: 'utf8' },
  )
  if (query.error) return null
  const installed = new Set(
    query.stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  )
  return REQUIRED.filter((names) => !names.some((name) => installed.has(name)))
}

/**
 * The first name of each that this release can really install.
 * @param {string[][]} missing
 */
function chooseNames(missing) {
  const policy = spawnSync('apt-cache', ['policy', ...missing.flat()], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  const installable = new Set(
    [
      ...(policy.stdout ?? '').matchAll(
        /^(\S+):\n {2}Installed: .*\n {2}Candidate: (?!\(none\))/gm,
      ),
    ].map((match) => match[1]),
  )
  return missing.map((names) => names.find((name) => installable.has(name)) ?? names[0] ?? '')
}

/**
 * @param {string[]} args
 * @param {string} what
 */
async function runApt(args, what) {
  const stopReports = reportEvery(() => what)
  const output = /** @type {Buffer[]} */ ([])
  const status = await new Promise((resolve, reject) => {
    const child = spawn('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
    })
    child.stdout.on('data', (chunk) => output.push(chunk))
    child.stderr.on('data', (chunk) => output.push(chunk))
    child.once('error', reject)
    child.once('exit', resolve)
  }).finally(stopReports)
  // A third-party source that cannot be reached must not stop the update of the others.
  if (status !== 0 && args[0] !== 'update') {
    process.stderr.write(Buffer.concat(output).toString().split('\n').slice(-15).join('\n'))
    throw new BootstrapError(
      'Paket sistem tidak dapat dipasang; pesan apt-get ada di atas. Periksa sambungan jaringan lalu ulangi.',
    )
  }
}
