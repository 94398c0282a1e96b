/** The arrows between the rooms (docs/design): each rule names the reason it exists. */
const rooms = '^(renderer|electron|api-server)/'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle means that two files are one.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^core/' },
      to: { path: '^(renderer|electron|api-server|scripts|tests|build)/' },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'core runs in the browser, in Electron and in Node: zod and nothing else.',
      from: { path: '^core/' },
      to: { dependencyTypes: ['npm', 'core'], pathNot: 'node_modules/zod/' },
    },
    {
      name: 'domain-knows-no-transport',
      severity: 'error',
      from: { path: '^core/(domain|reference)/' },
      to: { path: '^core/(api|ipc)/' },
    },
    {
      name: 'rooms-import-only-core',
      severity: 'error',
      from: { path: rooms },
      to: { path: rooms, pathNot: '^$1/' },
    },
    {
      name: 'product-does-not-import-its-workshop',
      severity: 'error',
      from: { path: rooms, pathNot: 'vite(\\.portal)?\\.config\\.ts$' },
      to: { path: '^(scripts|tests|build)/' },
    },
    {
      name: 'features-do-not-import-siblings',
      severity: 'error',
      from: { path: '^(renderer|api-server)/features/([^/]+)/' },
      to: { path: '^$1/features/', pathNot: '^$1/features/$2/' },
    },
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/(features|app)/' },
    },
    {
      name: 'routes-leave-sql-to-queries',
      severity: 'error',
      comment: 'route -> service -> queries; a route that speaks SQL skips the rules.',
      from: { path: '^api-server/features/[^/]+/routes\\.ts$' },
      to: { path: '^api-server/features/[^/]+/queries\\.ts$|node_modules/(kysely|pg)/' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: 'vite(\\.portal)?\\.config\\.ts$|^renderer/build/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(electron|virtual:.*|#.*)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.meja)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.vue', '.json', '.css'],
    },
  },
}
