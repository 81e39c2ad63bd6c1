// The door of canteen files: the kinds of files about canteens that people may bring.
import type { AnyImportKind } from '../imports/imports.ts'
import { createKind } from './create.kind.ts'
import { managersKind } from './team.kind.ts'
import { updateKind } from './update.kind.ts'

export { identifier, siret } from './cells.ts'

export const canteenFileKinds: readonly AnyImportKind[] = [createKind, updateKind, managersKind]
