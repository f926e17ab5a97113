// One after the other: modules imported side by side do not wait for each other's `await`.
await import('./setup.js')
await import('./serve.js')
