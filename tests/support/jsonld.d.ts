/** As much of the parser as the tests use. */
declare module 'jsonld' {
  type Loaded = { contextUrl: null; documentUrl: string; document: object }
  const jsonld: {
    expand(
      document: object,
      options: { documentLoader: (url: string) => Promise<Loaded> },
    ): Promise<Record<string, unknown[]>[]>
  }
  export default jsonld
}
