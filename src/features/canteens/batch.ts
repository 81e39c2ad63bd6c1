// One change made to several canteens: what it would do to each, doing it, and taking it back.
import { economicModels, lineMinistries, managementTypes } from '../../law/canteen.ts'
import { asksMinistry, type CanteenRecord, checkCanteenRecord } from '../../law/canteen-record.ts'
import { isSectorId } from '../../law/sectors.ts'
import type { Queries } from '../../platform/database/database.ts'
import type { FormValues } from '../../platform/http/forms.ts'
import { archiveCanteens, restoreCanteens } from './archive.ts'
import { addBatch, type Batch, findBatch, findEvenArchived, markUndone } from './batch.sql.ts'
import { changeCanteens } from './canteens.ts'
import type { MyCanteen } from './list.sql.ts'
import { roleAllows } from './members.sql.ts'
import { readDigits } from './record-form.ts'
import { archiveRefusals, changeRefusals } from './refusals.ts'
import { recordOf } from './trail.ts'

/** What may be changed for many: the value of the form's field « champ ». */
export const BATCH_FIELDS = [
  { value: 'gestion', field: 'managementType', label: 'Le mode de gestion' },
  { value: 'modele', field: 'economicModel', label: 'Le modèle économique' },
  { value: 'secteurs', field: 'sectorList', label: 'Le secteur' },
  { value: 'tutelle', field: 'lineMinistry', label: 'L’administration de tutelle' },
  { value: 'cuisine', field: 'kitchenSiret', label: 'Le SIRET de la cuisine qui livre' },
] as const
export const ARCHIVE = 'archiver'

/** What to do to each canteen; null when the form does not say it. */
export type Deed = { readonly kind: 'archive' } | { readonly kind: 'change'; readonly change: Partial<CanteenRecord> }

const among = <Id extends string>(list: readonly { readonly id: Id }[], value: string): Id | null =>
  list.find(({ id }) => id === value)?.id ?? null

/** Reads what is asked, with the message for what was not chosen. */
export function readDeed(form: FormValues): { deed: Deed | null; error: { field: string; message: string } | null } {
  const what = form.get('champ')
  if (what === ARCHIVE) return { deed: { kind: 'archive' }, error: null }
  const typed = form.get(what)
  const missing = (message: string) => ({ deed: null, error: { field: what, message } })
  const change = (values: Partial<CanteenRecord>): ReturnType<typeof readDeed> => ({
    deed: { kind: 'change', change: values },
    error: null,
  })
  switch (what) {
    case 'gestion': {
      const managementType = among(managementTypes, typed)
      return managementType ? change({ managementType }) : missing('Choisissez le mode de gestion.')
    }
    case 'modele': {
      const economicModel = among(economicModels, typed)
      return economicModel ? change({ economicModel }) : missing('Choisissez le modèle économique.')
    }
    case 'secteurs':
      return isSectorId(typed) ? change({ sectorList: [typed] }) : missing('Choisissez le secteur.')
    case 'tutelle': {
      const lineMinistry = among(lineMinistries, typed)
      return lineMinistry ? change({ lineMinistry }) : missing('Choisissez l’administration de tutelle.')
    }
    case 'cuisine':
      return change({ kitchenSiret: readDigits(typed) })
    default:
      return { deed: null, error: null }
  }
}

export type Plan = {
  readonly changing: readonly MyCanteen[]
  /** Already as asked. */
  readonly same: readonly MyCanteen[]
  readonly refused: readonly { readonly canteen: MyCanteen; readonly why: string }[]
}

/** What a deed would do to each canteen: nothing is written. */
export async function planBatch(db: Queries, canteens: readonly MyCanteen[], deed: Deed, now: Date): Promise<Plan> {
  const needed = deed.kind === 'archive' ? 'administrator' : 'entry'
  const refused: { canteen: MyCanteen; why: string }[] = []
  const allowed = canteens.filter((canteen) => {
    const may = roleAllows(canteen.role, needed)
    if (!may)
      refused.push({
        canteen,
        why: deed.kind === 'archive' ? 'réservé à l’administration de la cantine' : 'votre rôle est la lecture',
      })
    return may
  })
  if (deed.kind === 'archive') {
    const changing: MyCanteen[] = []
    for (const canteen of allowed) {
      const [why] = await archiveRefusals(db, canteen, now)
      if (why === undefined) changing.push(canteen)
      else refused.push({ canteen, why })
    }
    return { changing, same: [], refused }
  }
  const changes = allowed.map((canteen) => ({
    id: canteen.id,
    before: recordOf(canteen),
    record: changed(canteen, deed.change),
    canteen,
  }))
  const same = changes.filter(({ before, record }) => JSON.stringify(before) === JSON.stringify(record))
  const objections = await changeRefusals(db, changes, now)
  const changing: MyCanteen[] = []
  for (const { canteen, record } of changes.filter((one) => !same.includes(one))) {
    const [mistake] = [...checkCanteenRecord(record), ...(objections.get(canteen.id) ?? [])]
    if (mistake) refused.push({ canteen, why: mistake.message })
    else changing.push(canteen)
  }
  return { changing, same: same.map(({ canteen }) => canteen), refused }
}

/** A ministry that is no longer asked goes with what asked for it. */
function changed(canteen: CanteenRecord, change: Partial<CanteenRecord>): CanteenRecord {
  const record = { ...recordOf(canteen), ...change }
  return asksMinistry(record) || 'lineMinistry' in change ? record : { ...record, lineMinistry: null }
}

type Who = { readonly by: string; readonly now: Date }

/** Does it to those that can take it. Gives what `undoBatch` takes back, and how many were changed. In a transaction. */
export async function doBatch(db: Queries, canteens: readonly MyCanteen[], deed: Deed, { by, now }: Who) {
  const { changing } = await planBatch(db, canteens, deed, now)
  const before = new Map(changing.map((canteen) => [canteen.id, recordOf(canteen)]))
  let done: readonly number[]
  if (deed.kind === 'archive') done = (await archiveCanteens(db, changing, { by, now })).archived.map(({ id }) => id)
  else {
    const changes = changing.map((canteen) => ({
      id: canteen.id,
      version: canteen.version,
      before: recordOf(canteen),
      record: changed(canteen, deed.change),
    }))
    done = await changeCanteens(db, changes, { by, now })
  }
  const left = await findEvenArchived(db, done)
  const lines = done.map((id) => ({ id, version: left.get(id)!.version, before: before.get(id)! }))
  return { batchId: done.length === 0 ? null : await addBatch(db, by, deed.kind, lines, now), count: done.length }
}

/** Takes a batch back; canteens that someone changed since keep what they have. Null when there is nothing to take back. In a transaction. */
export async function undoBatch(
  db: Queries,
  batchId: number,
  { by, now }: Who,
): Promise<{ undone: number; kept: number } | null> {
  const batch = await findBatch(db, by, batchId)
  if (!batch || !(await markUndone(db, by, batchId, now))) return null
  const undone = batch.kind === 'archive' ? await unarchive(db, batch, { by, now }) : await changeBack(db, batch, { by, now })
  return { undone, kept: batch.lines.length - undone }
}

async function changeBack(db: Queries, { lines }: Batch, who: Who): Promise<number> {
  const now = await findEvenArchived(
    db,
    lines.map(({ id }) => id),
  )
  const changes = lines.flatMap(({ id, version, before }) => {
    const canteen = now.get(id)
    return canteen?.archivedAt === null && canteen.version === version
      ? [{ id, version, before: recordOf(canteen), record: before }]
      : []
  })
  return (await changeCanteens(db, changes, who)).length
}

async function unarchive(db: Queries, { lines }: Batch, who: Who): Promise<number> {
  const now = await findEvenArchived(
    db,
    lines.map(({ id }) => id),
  )
  const asLeft = lines.flatMap(({ id, version }) => {
    const canteen = now.get(id)
    return canteen?.archivedAt && canteen.version === version ? [canteen] : []
  })
  return (await restoreCanteens(db, asLeft, who)).restored.length
}
