// The door of imports: how a feature describes a kind of file.
export type { Added, AnyImportKind, ImportKind, ImportRun, ImportScope, RowChange } from './kind.ts'
