import { open, rename } from 'node:fs/promises'

/**
 * Writes a file anew: whoever reads it meets the whole of it or the one before, whenever the power
 * goes. That it is the new one holds for good only once its folder is synced.
 */
export async function replaceFile(
  file: string,
  content: string | Uint8Array,
  mode = 0o666,
): Promise<void> {
  const draft = `${file}.new`
  const handle = await open(draft, 'w', mode)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file)
}
