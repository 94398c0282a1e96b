/** The one name under which the desk may open one window of its own, for the scan alone. */
export const namaJendelaPindaian = 'meja-pindaian'
