/** Milliseconds of each piece of work, one after the other. */
export async function timeEach<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = []
  for (const item of items) {
    const startedAt = performance.now()
    await work(item)
    times.push(performance.now() - startedAt)
  }
  return times
}

/** Pieces of work per second when so many hands share them. */
export async function measureRate<T>(
  items: readonly T[],
  hands: number,
  work: (item: T, hand: number) => Promise<unknown>,
): Promise<number> {
  const rest = [...items]
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: hands }, async (_, hand) => {
      for (let item = rest.pop(); item !== undefined; item = rest.pop()) await work(item, hand)
    }),
  )
  return (items.length * 1000) / (performance.now() - startedAt)
}
