/** Loaded before the server by the bench alone: answers how late its event loop has been. */
import { monitorEventLoopDelay } from 'node:perf_hooks'

const RESOLUTION_MS = 5
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
delay.enable()
process.on('message', () => {
  // Its timer itself waits for so long between two looks.
  process.send?.(Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION_MS))
  delay.reset()
})
// The channel alone keeps no server running.
process.channel?.unref()
