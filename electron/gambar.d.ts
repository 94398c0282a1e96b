/** Written into the bundle as text: the package has no picture files beside it. */
declare module '*.png?inline' {
  const dataUrl: string
  export default dataUrl
}
