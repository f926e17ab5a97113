type Part = { name: string; value: string } | { name: string; fileName: string; bytes: Uint8Array }

export const BOUNDARY = 'a-line-no-file-holds'

/** A form with files, byte by byte as a browser writes it. */
export function multipart(parts: readonly Part[], { closed = true } = {}): Buffer {
  const written = parts.flatMap((part) => {
    const isFile = 'fileName' in part
    const head =
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${part.name}"` +
      (isFile ? `; filename="${part.fileName}"\r\nContent-Type: application/octet-stream` : '')
    return [
      Buffer.from(`${head}\r\n\r\n`),
      Buffer.from(isFile ? part.bytes : part.value),
      Buffer.from('\r\n'),
    ]
  })
  return Buffer.concat([...written, Buffer.from(closed ? `--${BOUNDARY}--\r\n` : '')])
}
