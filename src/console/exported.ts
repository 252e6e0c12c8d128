/** What can be exported: quotations alone, or all statements, reported ones included. */
export const exportedKinds = ['quotations', 'statements'] as const
export type ExportedKind = (typeof exportedKinds)[number]
