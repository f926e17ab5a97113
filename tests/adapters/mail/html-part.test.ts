import { expect, it } from 'vitest'

import { htmlPart } from '#app/adapters/mail/html-part.ts'

const origin = 'https://kept.example'
const part = (text: string, locale: 'en' | 'ar' = 'en', subject = 'A letter') =>
  htmlPart({ subject, text, locale }, origin)

it('keeps paragraphs and lines, and makes links of the register’s addresses', () => {
  const html = part(`Dear Ada,\n\nsee this:\n${origin}/en/desk?a=1&b=2\n`)
  expect(html).toContain('<p>Dear Ada,</p>')
  expect(html).toContain(
    '<p>see this:<br>\n<a href="https://kept.example/en/desk?a=1&amp;b=2" dir="ltr">' +
      'https://kept.example/en/desk?a=1&amp;b=2</a></p>',
  )
})

it('reads from the right in Arabic', () => {
  expect(part('مرحبا', 'ar')).toContain('<html lang="ar" dir="rtl">')
  expect(part('Hello')).toContain('<html lang="en" dir="ltr">')
})

it.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  "' onmouseover='alert(1)",
  'javascript:alert(1)',
  'https://evil.example/',
  'https://kept.example.evil.example/a',
  'https://kept.example@evil.example/',
  `${origin}/"onclick="alert(1)`,
  `${origin}/<script>`,
])('shows %s as the words it is', (words) => {
  const html = part(`Organisation ${words} asks`, 'en', words)
  expect(html).not.toMatch(/<(script|img|svg)/i)
  const links = [...html.matchAll(/<a ([^>]*)>/g)].map(([, attributes]) => attributes ?? '')
  for (const attributes of links)
    expect(attributes).toMatch(/^href="https:\/\/kept\.example\/[^"]*" dir="ltr"$/)
  if (!words.startsWith(`${origin}/`)) expect(links).toEqual([])
})

it('loads nothing', () => {
  expect(part(`${origin}/en`)).not.toMatch(/\b(src|background|url|@import|<link|<form)\b/i)
})
