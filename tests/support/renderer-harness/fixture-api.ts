import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ErrorBody, ResponseOf } from '@meja/core/api/endpoint.ts'
import { getStatusHttp, type ErrorCode } from '@meja/core/api/errors.ts'
import type { SesiSaya } from '@meja/core/api/sesi.ts'
import {
  Keputusan,
  type DokumenKasus,
  type getAntrean,
  type Kasus,
  type RingkasUsulan,
} from '@meja/core/api/verifikasi.ts'
import type { Resi } from '@meja/core/api/resi.ts'
import type { Peran } from '@meja/core/domain/peran.ts'
import { getStatusSetelah, isGiliran } from '@meja/core/domain/status-usulan.ts'
import { formatNama } from '@meja/core/domain/tampilan-nilai.ts'
import type { Dokumen, Pegawai, Provinsi, Usulan } from '../../../scripts/demo/provinsi.ts'
import type { Skenario } from './skenario.ts'

export type Jawaban = { status: number; tipe: string; isi: string | Uint8Array }

const json = (isi: unknown, status = 200): Jawaban => ({
  status,
  tipe: 'application/json',
  isi: JSON.stringify(isi),
})

function refuse(kode: ErrorCode): Jawaban {
  const body: ErrorBody = { kode, idPermintaan: randomUUID() }
  return json(body, getStatusHttp(kode) || 500)
}

function getPeran(skenario: Skenario): Peran {
  return skenario === 'administrator' || skenario === 'user_personal' ? skenario : 'fasilitator'
}

/**
 * The answers of the demo province without a database, for looking at screens only: it checks
 * nothing, so no rule of the product may be tested against it.
 */
export class FixtureApi {
  readonly #dir: string
  readonly #provinsi: Provinsi
  readonly #pegawai: Map<string, Pegawai>
  readonly #dokumen: Map<string, Dokumen>
  readonly #diputuskan = new Map<string, Resi>()

  constructor(dir: string) {
    const berkas = join(dir, 'provinsi.json')
    if (!existsSync(berkas)) {
      throw new Error(`${berkas} tidak ada; buat dengan: node scripts/demo/generate.ts ${dir}`)
    }
    this.#dir = dir
    this.#provinsi = JSON.parse(readFileSync(berkas, 'utf8')) as Provinsi
    this.#pegawai = new Map(this.#provinsi.pegawai.map((satu) => [satu.id, satu]))
    this.#dokumen = new Map(this.#provinsi.dokumen.map((satu) => [satu.id, satu]))
  }

  answer(method: string, url: URL, body: string, skenario: Skenario): Jawaban {
    if (skenario === 'luring' || skenario === 'kesalahan_server') {
      return refuse(skenario)
    }
    const [, , bagian, satu, dua] = url.pathname.split('/')
    if (bagian === 'sehat') {
      return skenario === 'basis_data_tak_terjangkau'
        ? refuse(skenario)
        : json({ versi: '0.1.0', waktu: new Date().toISOString() })
    }
    if (skenario === 'basis_data_tak_terjangkau' || skenario === 'sesi_berakhir') {
      return refuse(skenario)
    }
    if (bagian === 'sesi') return json(this.#saya(skenario))
    if (skenario === 'tidak_berwenang') return refuse(skenario)
    if (bagian === 'dokumen' && satu) return this.#berkas(satu)
    if (bagian === 'verifikasi' && satu === 'antrean') return json(this.#antrean(skenario))
    if (bagian === 'verifikasi' && satu === 'usulan' && dua) return this.#kasus(dua)
    if (method === 'POST' && satu === 'keputusan') return this.#putuskan(body, skenario)
    return refuse('tidak_ditemukan')
  }

  #saya(skenario: Skenario): SesiSaya {
    const peran = getPeran(skenario)
    const akun = this.#provinsi.akun.find((satu) => satu.peran === peran)
    if (akun === undefined) throw new Error(`tidak ada akun ${peran}`)
    const pd = this.#provinsi.perangkatDaerah.find(({ kode }) => kode === akun.perangkatDaerah)
    return {
      akunId: akun.id,
      pegawaiId: akun.pegawaiId,
      namaPengguna: akun.username,
      nama: akun.nama,
      peran,
      perangkatDaerah: pd === undefined ? null : { kode: pd.kode, nama: pd.nama },
      paktaSah: skenario !== 'pakta',
    }
  }

  #getPegawai(usulan: Usulan): Pegawai {
    const pegawai = this.#pegawai.get(usulan.pegawaiId)
    if (pegawai === undefined) throw new Error(`pegawai ${usulan.pegawaiId} tidak ada`)
    return pegawai
  }

  #ringkas(usulan: Usulan): RingkasUsulan {
    const pegawai = this.#getPegawai(usulan)
    const { nama, gelarDepan, gelarBelakang } = pegawai.dataUtama
    return {
      id: usulan.id,
      versi: 1,
      status: usulan.status,
      jenis: usulan.jenis,
      aksi: usulan.aksi,
      pegawai: {
        id: pegawai.id,
        nip: pegawai.nip,
        nama: formatNama(nama, gelarDepan, gelarBelakang),
        unitKerja:
          this.#provinsi.unitKerja.find(({ kode }) => kode === pegawai.unitKerja)?.nama ?? '',
      },
      perangkatDaerah: pegawai.perangkatDaerah,
      diajukanPada: usulan.diajukanPada,
      jumlahDokumen: usulan.dokumenIds.length,
    }
  }

  #antrean(skenario: Skenario): ResponseOf<typeof getAntrean> {
    const { peran, perangkatDaerah } = this.#saya(skenario)
    const menunggu = this.#provinsi.usulan
      .filter(
        (satu) =>
          isGiliran(peran, satu.jenis, satu.status) &&
          !this.#diputuskan.has(satu.id) &&
          (perangkatDaerah === null ||
            this.#getPegawai(satu).perangkatDaerah === perangkatDaerah.kode),
      )
      .toSorted((a, b) => a.diajukanPada.localeCompare(b.diajukanPada))
    const usulan = skenario === 'kosong' ? [] : menunggu.map((satu) => this.#ringkas(satu))
    return { usulan, jumlah: usulan.length, per: this.#provinsi.hariIni }
  }

  #dokumenKasus(id: string): DokumenKasus {
    const dokumen = this.#dokumen.get(id)
    if (dokumen === undefined) throw new Error(`dokumen ${id} tidak ada`)
    const { jenis, sha256, tipeMedia, ukuran, halaman, namaAsli } = dokumen
    return {
      id,
      jenis,
      sha256,
      tipeMedia,
      ukuran,
      halaman,
      namaBerkas: namaAsli,
      kembar: 0,
      versi: 1,
      menggantikan: null,
      digantikanOleh: null,
      mutu: null,
    }
  }

  #kasus(id: string): Jawaban {
    const usulan = this.#provinsi.usulan.find((satu) => satu.id === id)
    if (usulan === undefined) return refuse('tidak_ditemukan')
    const { jabatan, golongan } = this.#getPegawai(usulan).dataUtama
    const ringkas = this.#ringkas(usulan)
    const kasus: Kasus = {
      id,
      versi: 1,
      status: usulan.status,
      jenis: usulan.jenis,
      aksi: usulan.aksi,
      diajukanPada: usulan.diajukanPada,
      pegawai: { ...ringkas.pegawai, perangkatDaerah: ringkas.perangkatDaerah, jabatan, golongan },
      alasan: usulan.aksi === 'koreksi' ? 'Isian lama keliru' : null,
      sumber: 'ess',
      versiRiwayat: usulan.riwayatId === null ? null : 1,
      sebelum: usulan.sebelum,
      sesudah: usulan.sesudah,
      dokumen: usulan.dokumenIds.map((satu) => this.#dokumenKasus(satu)),
      temuan: [],
      keputusanTerakhir: null,
    }
    return json(kasus)
  }

  #berkas(id: string): Jawaban {
    const dokumen = this.#dokumen.get(id)
    if (dokumen === undefined) return refuse('tidak_ditemukan')
    return {
      status: 200,
      tipe: dokumen.tipeMedia,
      isi: readFileSync(join(this.#dir, 'berkas', `${dokumen.sha256}.${dokumen.ekstensi}`)),
    }
  }

  #putuskan(body: string, skenario: Skenario): Jawaban {
    if (skenario === 'keputusan_usang' || skenario === 'sudah_diputuskan') {
      return json(
        {
          kode: skenario,
          rincian: { versi: 2, hasil: 'dikembalikan', oleh: 'Rini Utama Nuraini, S.Sos.' },
          idPermintaan: randomUUID(),
        },
        409,
      )
    }
    const keputusan = Keputusan.parse(JSON.parse(body))
    const usulan = this.#provinsi.usulan.find(({ id }) => id === keputusan.usulanId)
    if (usulan === undefined) return refuse('tidak_ditemukan')
    const resi: Resi = {
      // A picture of a receipt: the bridge beside it believes every one.
      sidikPindaian: 'a'.repeat(64),
      tandaTangan: { idKunci: '0123456789abcdef', nilai: `${'A'.repeat(86)}==` },
      keputusanId: randomUUID(),
      transactionId: keputusan.transactionId,
      usulanId: usulan.id,
      hasil: keputusan.hasil,
      status: getStatusSetelah(usulan.jenis, getPeran(skenario), keputusan.hasil),
      versi: 2,
      diterimaPada: new Date().toISOString(),
      sidik: createHash('sha256').update(body).digest('hex'),
    }
    this.#diputuskan.set(usulan.id, resi)
    return json(resi)
  }
}
