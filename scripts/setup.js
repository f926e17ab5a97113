import { ensureBuild, ensureDependencies } from './steps.js'

await ensureDependencies()
await ensureBuild()
