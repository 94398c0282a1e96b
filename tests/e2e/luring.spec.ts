import { expect, test } from '@playwright/test'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from 'pg'
import berkasVerifikasi from '../../renderer/locales/id/verifikasi.json' with { type: 'json' }
import { returnCase, setJaringan } from '../support/desk-steps.ts'
import { killHard, launch, openOnProfile, unlock } from './kunci.ts'
import {
  connectDatabase,
  judgeAllSesuai,
  listKeputusan,
  openByKeyboard,
  openMeja,
  stateAsli,
  takePicture,
  takePictures,
  waitForScan,
} from './meja.ts'

/** A day on which the server is not there (P33): nothing is lost, and nothing is decided twice. */

const { baki } = berkasVerifikasi.verifikasi

type Menunggu = { id: string; aksi: string; riwayatId: string | null; urutan: number }

/** Of each kind all but the oldest: that one is for the tests which ask for it by its kind. */
async function listMenunggu(db: Client): Promise<Menunggu[]> {
  const { rows } = await db.query<Menunggu>(
    `select u.id, u.aksi, u.riwayat_id as "riwayatId",
       row_number() over (partition by u.jenis order by u.diajukan_pada)::int as urutan
       from usulan u
      where u.status = 'diajukan' and u.perangkat_daerah = '101'
        and not exists (select from akun a where a.pegawai_id = u.pegawai_id)
        and not exists (select from jsonb_array_elements(u.temuan) t where t ->> 'tingkat' = 'tolak')
        and 1 = (select sum(d.halaman) from usulan_dokumen ud
          join dokumen d on d.id = ud.dokumen_id where ud.usulan_id = u.id)
      order by urutan desc`,
  )
  return rows.filter(({ urutan }) => urutan > 1)
}

/** Two to return, and a correction, whose row somebody else may change meanwhile. */
async function pickTiga(db: Client) {
  const semua = await listMenunggu(db)
  const koreksi = semua.find(({ aksi }) => aksi === 'koreksi')
  const [biasa, direbut] = semua.filter(({ id }) => id !== koreksi?.id)
  if (!koreksi || !biasa || !direbut) throw new Error('too few waiting proposals in the demo')
  return { koreksi, biasa: biasa.id, direbut: direbut.id }
}

test('a case that nobody has opened lies ready for a day without a server', async () => {
  const { desktop, page } = await openMeja('fasilitator.perhubungan')
  try {
    await expect(page.getByTestId('strip-bekal')).toHaveAttribute('data-keadaan', 'lengkap', {
      timeout: 60_000,
    })
    const baris = page.getByTestId('antrean-baris')
    await expect(page.getByTestId('strip-bekal')).toHaveAttribute(
      'data-jumlah',
      String(await baris.count()),
    )
    await takePictures(page, 'luring-bekal')
    await setJaringan(desktop, false)
    const usulanId = (await baris.last().getAttribute('data-usulan')) ?? ''
    await openByKeyboard(page, usulanId)
    await expect(page.getByTestId('kolom-rekam')).toBeVisible()
  } finally {
    await desktop.close()
  }
})

test('decisions without a server survive a kill, arrive once, and a refused one is decided anew', async () => {
  test.setTimeout(240_000)
  const db = await connectDatabase()
  const profil = mkdtempSync(join(tmpdir(), 'meja-e2e-'))
  const { biasa, direbut, koreksi } = await pickTiga(db)
  const pertama = await openOnProfile(profil, 'fasilitator.pendidikan')
  try {
    for (const id of [biasa, direbut, koreksi.id]) {
      await openByKeyboard(pertama.page, id)
      await pertama.page.keyboard.press('Escape')
    }
    await setJaringan(pertama.desktop, false)
    for (const id of [biasa, direbut]) {
      await openByKeyboard(pertama.page, id)
      await returnCase(pertama.page)
      await pertama.page.keyboard.press('Escape')
    }
    await openByKeyboard(pertama.page, koreksi.id)
    await judgeAllSesuai(pertama.page)
    await stateAsli(pertama.page, 'Loket 2')
    await pertama.page.keyboard.press('Enter')
    await expect(pertama.page.getByTestId('strip-diputuskan')).toHaveText('3 diputuskan')
    await expect(pertama.page.getByTestId('strip-terkirim')).toHaveText('0 terkirim')
    await expect(pertama.page.getByTestId('strip-tersimpan')).toBeVisible()
    await pertama.page.getByTestId('strip-kiriman').click()
    await expect(pertama.page.getByTestId('keadaan-kiriman')).toHaveCount(3)
    await expect(pertama.page.getByTestId('keadaan-kiriman').first()).toContainText('dicoba')
    await takePictures(pertama.page, 'luring-baki')
  } finally {
    await killHard(pertama.desktop)
  }

  // Meanwhile a colleague decides one of them, and the row of the correction changes.
  const rekan = await openMeja('fasilitator2.pendidikan')
  try {
    await openByKeyboard(rekan.page, direbut)
    await returnCase(rekan.page)
    await expect(rekan.page.getByTestId('strip-diterima')).toHaveText('1 diterima')
  } finally {
    await rekan.desktop.close()
  }
  await db.query('update riwayat set versi = versi + 1 where id = $1', [koreksi.riwayatId])

  // The server is still away the next morning: all three are here, and nothing came of them.
  const pagi = await launch(profil, 'http://127.0.0.1:9')
  try {
    const layar = await pagi.firstWindow()
    await expect(layar.getByTestId('kunci-belum-terkirim')).toContainText('3')
    const page = await unlock(pagi, layar)
    await expect(page.getByTestId('strip-belum-terkirim')).toHaveAttribute('data-jumlah', '3')
    expect(await listKeputusan(db, biasa)).toEqual([])
  } finally {
    await killHard(pagi)
  }

  const desktop = await launch(profil)
  try {
    const page = await unlock(desktop, await desktop.firstWindow())
    await expect(page.getByTestId('strip-diterima')).toHaveText('1 diterima')
    await expect(page.getByTestId('strip-ditolak')).toContainText('2')
    expect(await listKeputusan(db, biasa)).toHaveLength(1)
    await page.getByTestId('strip-kiriman').click()
    const kartu = page.getByTestId('kartu-ditolak')
    await expect(kartu.filter({ hasText: 'fasilitator2.pendidikan' })).toHaveCount(1)
    await takePictures(page, 'luring-ditolak')

    // Looked at: the colleague was right.
    const kalah = kartu.filter({ hasText: 'fasilitator2.pendidikan' })
    await kalah.getByTestId('tombol-mulai-buang').click()
    await kalah.getByTestId('alasan-buang').fill(baki.saran.rekanBenar)
    await kalah.getByTestId('tombol-buang').click()
    await expect(kartu).toHaveCount(1)

    // The other is laid out anew, and asks to be looked at once more.
    await kartu.getByTestId('tombol-buka-lagi').click()
    await waitForScan(page, koreksi.id)
    await expect(page.getByTestId('draf-diulang')).toBeVisible()
    await expect(page.locator('[data-testid$="-sesuai"][aria-pressed="true"]')).toHaveCount(
      await page.locator('[data-kunci]').count(),
    )
    await expect(page.getByTestId('asli-dilihat')).not.toBeChecked()
    await takePicture(page, 'luring-diulang')
    await stateAsli(page, 'Loket 2')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('strip-diterima')).toHaveText('2 diterima')
    await expect(page.getByTestId('strip-ditolak')).toHaveCount(0)
    const keputusan = await listKeputusan(db, koreksi.id)
    expect(keputusan).toMatchObject([{ hasil: 'sesuai', nama_pengguna: 'fasilitator.pendidikan' }])
    expect(await listKeputusan(db, direbut)).toMatchObject([
      { nama_pengguna: 'fasilitator2.pendidikan' },
    ])
  } finally {
    await desktop.close()
    await db.end()
  }
})
