// The door of purchase files: the kinds of files of purchases that people may bring.
import type { AnyImportKind } from '../imports/imports.ts'
import { formerIdKind, formerSiretKind, idKind, siretKind } from './kinds.ts'

export const purchaseFileKinds: readonly AnyImportKind[] = [siretKind, idKind, formerSiretKind, formerIdKind]
