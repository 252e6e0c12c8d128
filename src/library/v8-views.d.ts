// Documented since Node 8 (https://nodejs.org/api/v8.html), and missing from @types/node.
declare module 'v8' {
  interface Serializer {
    _setTreatArrayBufferViewsAsHostObjects(flag: boolean): void
  }
}

export {}
