import './steps.js'

// Before React is loaded: it reads the mode once.
process.env.NODE_ENV ??= 'production'
const build = await import('../build/server/index.js')
await build.entry.module.serve(build)
