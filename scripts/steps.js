import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Every script works from the project's folder, wherever it is called from. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Kept needs Node 20.19 or newer; this is ${process.versions.node}.\n`)
  process.exit(1)
}

/** Runs a program and answers its exit code; its words go to this terminal. */
export function run(program, args = [], env = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    })
    child.on('error', (error) => {
      process.stderr.write(`${program}: ${error.message}\n`)
      done(127)
    })
    child.on('exit', (code, signal) => done(signal ? 1 : (code ?? 1)))
  })
}

export const bin = (name) => join('node_modules', '.bin', name)

/** Runs one named step and says how long it took. */
export async function step(name, work) {
  process.stdout.write(`\n── ${name}\n`)
  const started = performance.now()
  const passed = (await work()) === 0
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(`── ${name}: ${passed ? 'ok' : 'FAILED'} (${seconds} s)\n`)
  return passed
}

/** The same, where nothing can follow a failure. */
export async function stepOrExit(name, work) {
  if (!(await step(name, work))) process.exit(1)
}

function hashOf(paths) {
  const hash = createHash('sha256')
  const add = (path) => {
    if (!existsSync(path)) return
    if (statSync(path).isDirectory())
      for (const name of readdirSync(path).sort()) add(join(path, name))
    else hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  }
  for (const path of paths) add(path)
  return hash.digest('hex')
}

const noted = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
function note(file, text) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** Installs what package-lock.json names, unless that was done already. */
export async function ensureDependencies() {
  const mark = join('node_modules', '.kept-lock')
  const wanted = hashOf(['package.json', 'package-lock.json'])
  if (noted(mark) === wanted) return
  // Not `npm ci`: it refuses a lock file that lacks another platform's optional packages, which is
  // what a registry mirror of one platform makes. The versions are the lock's all the same.
  await stepOrExit('install packages', () =>
    run('npm', ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund']),
  )
  note(mark, wanted)
}

const sources = [
  'app',
  'public',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'remix.config.js',
  'tsconfig.json',
]

/** Builds, unless what stands in build/ was made of these very sources. */
export async function ensureBuild() {
  const mark = join('build', '.kept-sources')
  const wanted = hashOf(sources)
  if (noted(mark) === wanted) return
  await stepOrExit('build', () => run(bin('remix'), ['vite:build'], { NODE_ENV: 'production' }))
  note(mark, wanted)
}
