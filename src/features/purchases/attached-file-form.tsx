// The file of a purchase in its form: the one that it has, or one to choose. A file that came with a form to be corrected is kept meanwhile.
import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import { CheckboxField, FileField } from '../../platform/html/fields.tsx'
import type { Env, Platform } from '../../platform/http/context.ts'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { currentPerson } from '../accounts/accounts.ts'
import { currentCanteen, idOf } from '../canteens/canteens.ts'
import { type AttachedFile, findAttachedFile } from './attached-file.sql.ts'
import { keepFile } from './attached-file.ts'

export const FILE_FIELD = 'justificatif'
/** Identifier of a file that is kept already. */
export const KEPT_FIELD = 'justificatif-garde'

type Chosen = { readonly file: AttachedFile | null; readonly errors: readonly FieldError[] }

/** The file that a posted form gives to its purchase: the one just chosen, else the one that it goes on with. */
export async function chosenFile({ database, now }: Platform, c: Context<Env>, form: FormValues): Promise<Chosen> {
  const { canteen } = currentCanteen(c)
  const sent = (await c.req.formData()).get(FILE_FIELD)
  if (!(sent instanceof File) || sent.name === '')
    return { file: await knownFile({ database }, canteen.id, form.get(KEPT_FIELD)), errors: [] }
  const given = { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) }
  const deed = { by: currentPerson(c).id, now: now() }
  const { file, problem } = await database.transaction((db) => keepFile(db, canteen.id, given, deed))
  return { file, errors: problem === null ? [] : [{ field: FILE_FIELD, message: problem }] }
}

/** A file of this canteen by what an address or a form says, or null. */
export const knownFile = async ({ database }: Pick<Platform, 'database'>, canteenId: number, id: string | undefined) => {
  const known = idOf(id)
  return known === null ? null : findAttachedFile(database, canteenId, known)
}

export const fileAddress = (canteenId: number, fileId: number) => `/cantines/${canteenId}/achats/justificatifs/${fileId}`

type FieldProps = { canteenId: number; file: AttachedFile | null; error: string | undefined; required?: boolean }

export const AttachedFileField: FC<FieldProps> = ({ canteenId, file, error, required = false }) => (
  <>
    {file ? (
      <>
        <CheckboxField
          name={KEPT_FIELD}
          label="Justificatif"
          choices={[{ value: String(file.id), label: `Joindre « ${file.name} »` }]}
          values={[String(file.id)]}
        />
        <p>
          <a href={fileAddress(canteenId, file.id)}>{`Voir « ${file.name} »`}</a>
        </p>
      </>
    ) : null}
    <FileField
      name={FILE_FIELD}
      label={file ? 'Ou un autre fichier' : 'Justificatif'}
      hint="Photo du ticket ou facture : PDF, JPEG, PNG, WebP ou HEIC, 10 Mo au plus. Lu par votre équipe seulement."
      required={required}
      error={error}
      accept=".pdf,.jpg,.jpeg,.png,.webp,.heic"
    />
  </>
)
