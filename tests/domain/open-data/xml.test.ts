import fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { expect, it } from 'vitest'

import { element } from '#app/domain/open-data/xml.ts'

it('writes elements with what is in them, and leaves off what is not there', () => {
  const inner = element('b', { x: null, y: undefined, z: 0 }, 'text', null, [undefined])
  expect(element('a', {}, inner, [element('c', {})]).xml).toBe('<a><b z="0">text</b><c/></a>')
})

it('escapes text and values, and drops what XML cannot write', () => {
  expect(element('a', { b: '"<&>\n' }, '<i>&\u0000\u001f\ufffe\ud800]]>').xml).toBe(
    '<a b="&quot;&lt;&amp;&gt;&#10;">&lt;i&gt;&amp;]]&gt;</a>',
  )
})

it('is read back as it was, whatever the words', () => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    textNodeName: 'text',
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    htmlEntities: true,
  })
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (words) => {
      const plain = words.replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '')
      fc.pre(plain.trim() !== '')
      const read = parser.parse(element('a', { b: plain }, plain).xml) as { a: object }
      expect(read.a).toEqual({ b: plain, text: plain })
    }),
  )
})
