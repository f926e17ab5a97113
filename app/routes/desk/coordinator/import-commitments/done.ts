type Counts = { declaration: string; published: number; amended: number; unchanged: number }

/** What an import came to, as the address of the page that says so. */
export const doneQuery = ({ declaration, published, amended, unchanged }: Counts) => ({
  done: declaration,
  published: String(published),
  amended: String(amended),
  unchanged: String(unchanged),
})

export function doneIn(search: URLSearchParams): Counts | undefined {
  const declaration = search.get('done') ?? ''
  if (!/^[a-z0-9]{2,20}$/.test(declaration)) return undefined
  const count = (name: string) => {
    const typed = search.get(name) ?? ''
    return /^\d{1,7}$/.test(typed) ? Number(typed) : 0
  }
  return {
    declaration,
    published: count('published'),
    amended: count('amended'),
    unchanged: count('unchanged'),
  }
}
