import { expect, it } from 'vitest'

import { httpUrl, originOf, registerProvenance } from '#app/domain/imports/package-source.ts'

const source = {
  title: 'Kept',
  homepage: 'https://first.example/en/data',
  log: { size: 7, root: 'cm9vdA==' },
  declarations: new Map(),
}

it('says which register it is and which state of its log', () => {
  expect(originOf(source)).toBe('https://first.example')
  expect(registerProvenance(source)).toEqual({
    title: 'Kept',
    publisher: 'first.example',
    licence: 'Creative Commons Attribution 4.0 International',
    notice: expect.stringMatching(/7 entries with the root cm9vdA==/),
    url: 'https://first.example',
  })
})

it('a page links to the web alone', () => {
  expect(httpUrl.safeParse('https://a.example').success).toBe(true)
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'ftp://a.example', 'a.example'])
    expect([url, httpUrl.safeParse(url).success]).toEqual([url, false])
})
