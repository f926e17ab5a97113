import type { ReactNode } from 'react'

const ring = <circle cx="10" cy="10" r="8" />
const diamond = <path d="M10 1.5 18.5 10 10 18.5 1.5 10z" />
const square = <path d="M3 3h14v14H3z" />

/** Every mark of the register. Shape carries the meaning; fill only repeats it. */
const shapes = {
  kept: (
    <>
      <circle cx="10" cy="10" r="8" fill="var(--kept)" />
      <path d="m6 10.4 2.8 2.8L14.4 7" stroke="var(--on-kept)" strokeWidth="2.2" />
    </>
  ),
  partly: (
    <>
      <circle cx="10" cy="10" r="8" fill="var(--sheet)" />
      <path d="M10 2a8 8 0 0 1 0 16z" fill="var(--partly)" />
    </>
  ),
  not: (
    <>
      <path d="M3 3h14v14H3z" fill="var(--not)" />
      <path d="m7 7 6 6m0-6-6 6" stroke="var(--on-not)" strokeWidth="2.2" />
    </>
  ),
  silent: (
    <>
      <circle cx="10" cy="10" r="8" fill="var(--silent)" strokeDasharray="3 2.6" />
      <path d="M6.5 10h7" />
    </>
  ),
  track: (
    <>
      <circle cx="10" cy="10" r="8" fill="var(--track)" />
      <path d="m8 6 5.4 4L8 14z" fill="var(--on-track)" stroke="none" />
    </>
  ),
  behind: (
    <>
      <path d="m10 2 8.6 15.5H1.4z" fill="var(--behind)" />
      <path d="M10 7.6v4.6m0 2v.9" stroke="var(--on-behind)" strokeWidth="1.9" />
    </>
  ),
  registered: (
    <>
      {ring}
      <circle cx="10" cy="10" r="2" fill="var(--ink)" />
    </>
  ),
  withdrawn: (
    <>
      {ring}
      <path d="M4.4 15.6 15.6 4.4" />
    </>
  ),
  claimed: diamond,
  review: (
    <>
      {diamond}
      <circle cx="10" cy="10" r="2.2" fill="var(--ink)" />
    </>
  ),
  reviewed: (
    <>
      <path d="M10 1.5 18.5 10 10 18.5 1.5 10z" fill="var(--ink)" />
      <path d="m6.6 10.2 2.4 2.4 4.4-4.8" stroke="var(--sheet)" strokeWidth="2" />
    </>
  ),
  disputed: (
    <>
      {diamond}
      <path d="M10 5.6v5.2m0 2.2v1.2" strokeWidth="1.9" />
    </>
  ),
  due: (
    <>
      {ring}
      <path d="M10 5v5.4l3.4 2" />
    </>
  ),
  question: (
    <>
      {ring}
      <path d="M7.6 7.8A2.4 2.4 0 1 1 10 10.4v1.4m0 1.8v1.2" />
    </>
  ),
  back: (
    <>
      {square}
      <path d="M14 10H6.4m3-3-3 3 3 3" />
    </>
  ),
  draft: <path d="M3 3h14v14H3z" strokeDasharray="3 2.6" />,
  sent: (
    <>
      {square}
      <path d="M6.5 7.4h7m-7 2.8h7m-7 2.8h4" />
    </>
  ),
  yes: (
    <>
      {ring}
      <path d="m6.2 10.3 2.6 2.6 5-5.4" />
    </>
  ),
  no: (
    <>
      {square}
      <path d="m7 7 6 6m0-6-6 6" />
    </>
  ),
  pause: (
    <>
      {ring}
      <path d="M8 7v6m4-6v6" />
    </>
  ),
} as const satisfies Record<string, ReactNode>

export type Glyph = keyof typeof shapes
export const glyphs = Object.keys(shapes) as Glyph[]

// What points forward or back turns round with the writing.
const turning: ReadonlySet<Glyph> = new Set(['track', 'back', 'partly'])

/** One mark, drawn from the page's sprite. Beside a word it says nothing itself. */
export function Mark({ glyph, label }: { glyph: Glyph; label?: string }) {
  return (
    <svg
      className={turning.has(glyph) ? 'glyph turns' : 'glyph'}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <use href={`#g-${glyph}`} />
    </svg>
  )
}

/** The shapes themselves: once in a page, at the top of its body. */
export function Sprite() {
  return (
    <svg className="sprite" aria-hidden="true">
      <defs>
        {glyphs.map((glyph) => (
          <symbol key={glyph} id={`g-${glyph}`} viewBox="0 0 20 20">
            {shapes[glyph]}
          </symbol>
        ))}
        <pattern
          id="hatch"
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path className="hatch" d="M0 0h8v8H0z" />
          <path d="M2 0v8" stroke="var(--ink3)" strokeWidth="1.5" />
        </pattern>
      </defs>
    </svg>
  )
}
