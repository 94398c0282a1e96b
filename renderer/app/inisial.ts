/** Two letters for the round sign: titles do not count (`Dr. Budi Santoso, S.Pd.` is BS). */
export function getInisial(nama: string): string {
  const [tanpaGelar = ''] = nama.split(',')
  return tanpaGelar
    .split(/\s+/)
    .filter((kata) => kata !== '' && !kata.includes('.'))
    .slice(0, 2)
    .map((kata) => kata.charAt(0).toLocaleUpperCase('id'))
    .join('')
}
