/** The type checker of the tests reads no templates; those of the renderer are checked in its room. */
declare module '*.vue' {
  import type { Component } from 'vue'

  const component: Component
  export default component
}
