import { expect, it } from 'vitest'

import { atomXml, type AtomFeed } from '#app/http/atom.ts'

const at = new Date('2027-03-04T05:06:07Z')
const feed = (changes: Partial<AtomFeed> = {}): AtomFeed => ({
  self: 'https://kept.example/en/log.atom?kind=a&x="<',
  alternate: 'https://kept.example/en/log',
  lang: 'en',
  title: 'Kept, the log',
  updated: at,
  rights: 'CC BY 4.0',
  entries: [],
  ...changes,
})
const entry = {
  id: 'tag:kept.example,2027:log/4',
  title: 'Books & <b>"films"</b>',
  href: 'https://kept.example/en/log/4',
  updated: at,
  author: 'Ministry ]]> of Learning',
  summary: 'a\u0000b\ud800c\u000bd\uffff é 中 \u2028 😀',
}

it('escapes whatever stands in it, and leaves out what XML cannot hold', () => {
  const xml = atomXml(feed({ entries: [entry] }))
  expect(xml).toContain('<title>Books &amp; &lt;b&gt;&quot;films&quot;&lt;/b&gt;</title>')
  expect(xml).toContain('<name>Ministry ]]&gt; of Learning</name>')
  expect(xml).toContain('<summary>abcd é 中 \u2028 😀</summary>')
  expect(xml).toContain('<id>https://kept.example/en/log.atom?kind=a&amp;x=&quot;&lt;</id>')
  const text = xml.replaceAll(/<[^<>]*>/g, '')
  expect(text).not.toMatch(/[<>"]|&(?!amp;|lt;|gt;|quot;)/)
})

it('has what RFC 4287 asks of a feed and of each entry', () => {
  const xml = atomXml(feed({ entries: [entry, { ...entry, id: 'tag:kept.example,2027:log/3' }] }))
  expect(xml).toMatch(
    /^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom" xml:lang="en">/,
  )
  expect(xml.match(/<updated>2027-03-04T05:06:07.000Z<\/updated>/g)).toHaveLength(3)
  expect(xml.match(/<author><name>/g)).toHaveLength(2)
  expect(xml.match(/<link rel="alternate" type="text\/html" href="/g)).toHaveLength(3)
  expect(xml.match(/<link rel="self" /g)).toHaveLength(1)
  expect(new Set(xml.match(/<id>.*<\/id>/g)).size).toBe(3)
  // Each element that opens is closed, in order.
  const open: string[] = []
  for (const [, slash, name = '', end] of xml.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
    if (slash) expect(open.pop()).toBe(name)
    else if (!end) open.push(name)
  }
  expect(open).toEqual([])
})
