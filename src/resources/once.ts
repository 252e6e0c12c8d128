/** A function that makes its value when it is first called, and then forgets how. */
export function once<T>(make: () => T): () => T {
  let state: { readonly make: () => T } | { readonly value: T } = { make }
  return () => {
    if ('make' in state) state = { value: state.make() }
    return state.value
  }
}
