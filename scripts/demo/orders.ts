import type { OrangSurat } from './kertas/surat.ts'
import type { Orang } from './people.ts'
import type { PesananPindai } from './pindai/scan.ts'
import type { Berkas } from './proposals.ts'
import type { RencanaProvinsi } from './province.ts'
import { createRandom } from './random.ts'
import { urutanGolongan } from './reference.ts'

const toSurat = ({ pegawai, unit, kantor }: Orang): OrangSurat => ({
  dataUtama: pegawai.dataUtama,
  unit: unit.nama,
  kantor: kantor.nama,
})

/** What the paper maker must know of one proposal: the truth, not what was typed. */
export function makePesanan(rencana: RencanaProvinsi, berkas: Berkas): PesananPindai {
  const { usulan, kebenaran, pemilik, kepala, dokumenId } = berkas
  const random = createRandom(`lain/${dokumenId}`)
  const unit = new Map(rencana.provinsi.unitKerja.map((satu) => [satu.kode, satu.nama]))
  const kantor = new Map(rencana.provinsi.perangkatDaerah.map((satu) => [satu.kode, satu.nama]))
  const read = (pegawai: RencanaProvinsi['provinsi']['pegawai'][number]): OrangSurat => ({
    dataUtama: pegawai.dataUtama,
    unit: unit.get(pegawai.unitKerja) ?? '',
    kantor: kantor.get(pegawai.perangkatDaerah) ?? '',
  })
  const rekan = rencana.provinsi.pegawai.filter(
    ({ perangkatDaerah, dataUtama, id }) =>
      perangkatDaerah === pemilik.pegawai.perangkatDaerah &&
      dataUtama.jenisPegawai === 'PNS' &&
      dataUtama.jenisJabatan !== 'struktural' &&
      id !== pemilik.pegawai.id,
  )
  const kepalaBkd = rencana.provinsi.pegawai.find(
    ({ perangkatDaerah, dataUtama }) =>
      perangkatDaerah === '204' && dataUtama.jenisJabatan === 'struktural',
  )
  return {
    kunci: dokumenId,
    rencana: berkas.pindai,
    surat: {
      jenis: usulan.jenis,
      isi: kebenaran.kertas,
      pemilik: toSurat(pemilik),
      golonganLama:
        urutanGolongan[urutanGolongan.indexOf(kebenaran.kertas['golongan'] ?? '') - 1] ?? null,
      pasangan: pemilik.pegawai.riwayat.find((satu) => satu.jenis === 'pasangan')?.isi ?? null,
      kepala: toSurat(kepala),
      kepalaBkd: kepalaBkd === undefined ? toSurat(kepala) : read(kepalaBkd),
      lain: random.shuffle(rekan).slice(0, random.int(9, 13)).map(read),
    },
  }
}
