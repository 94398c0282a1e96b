import { fileURLToPath } from 'node:url'
import { mergeConfig, type Plugin } from 'vite'
import renderer from '../../../renderer/vite.config.ts'
import { answerApi } from './api-handler.ts'
import { FixtureApi } from './fixture-api.ts'

/**
 * The screens in a plain browser, reloading while one writes:
 *   npx vite -c tests/support/renderer-harness/vite.config.ts
 *   http://127.0.0.1:5199/desktop.html?skenario=luring#/antrean   (names: skenario.ts)
 * The demo province is read from MEJA_HARNESS_PROVINCE, else .meja/demo (made by npm start).
 */
const path = (relatif: string) => fileURLToPath(new URL(relatif, import.meta.url))

function serveHarness(): Plugin {
  return {
    name: 'meja:renderer-harness',
    configureServer(server) {
      const api = new FixtureApi(
        process.env['MEJA_HARNESS_PROVINCE'] ?? path('../../../.meja/demo'),
      )
      server.middlewares.use((request, response, next) => {
        void answerApi(api, request, response, next)
      })
    },
    transformIndexHtml: () => [
      {
        tag: 'script',
        attrs: { type: 'module', src: `/@fs${path('./fake-bridge.ts')}` },
        injectTo: 'head-prepend',
      },
    ],
  }
}

export default mergeConfig(renderer, {
  plugins: [serveHarness()],
  server: {
    host: '127.0.0.1',
    port: 5199,
    strictPort: true,
    fs: { allow: [path('../../..')] },
  },
})
