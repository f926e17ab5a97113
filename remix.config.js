/** Remix options. Vite is the compiler; vite.config.ts hands these to the plugin. */
export default {
  appDirectory: 'app',
  ignoredRouteFiles: ['**/*'],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_routeConfig: true,
    // Off: one long GET of /__manifest costs seconds of CPU while it is on (CVE-2026-42342).
    v3_lazyRouteDiscovery: false,
  },
}
