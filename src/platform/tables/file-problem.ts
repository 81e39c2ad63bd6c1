// A file that cannot be read at all, and what to do about it. The one kind of error that stops an import at once.

/** Thrown while reading; shown to the person as it is. */
export class FileProblem extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'FileProblem'
    this.code = code
  }
}

const SAVE_AS = 'Ouvrez-le dans votre tableur, choisissez « Enregistrer sous », puis le type « Classeur Excel (.xlsx) »'

/** A number of bytes as people say it: « 10 Mo ». */
const megabytes = (bytes: number) => `${Math.floor((bytes / 1_048_576) * 10) / 10} Mo`.replace('.', ',')
const count = (n: number) => n.toLocaleString('fr-FR')

export const problems = {
  empty: () => new FileProblem('empty_file', 'Ce fichier est vide. Vérifiez que vous avez choisi le bon fichier.'),
  tooBig: (most: number) =>
    new FileProblem(
      'file_too_big',
      `Ce fichier est trop gros : la limite est de ${megabytes(most)}. Coupez-le en plusieurs fichiers, ou enregistrez-le au format CSV s’il contient des images ou de la mise en forme.`,
    ),
  oldExcel: () => new FileProblem('old_excel', `Ce fichier est à l’ancien format d’Excel (.xls). ${SAVE_AS}.`),
  binaryExcel: () => new FileProblem('binary_excel', `Ce fichier est au format binaire d’Excel (.xlsb). ${SAVE_AS}.`),
  password: () =>
    new FileProblem(
      'password_protected',
      'Ce fichier est protégé par un mot de passe : nous ne pouvons pas l’ouvrir. Retirez la protection dans votre tableur, enregistrez-le, puis déposez-le à nouveau.',
    ),
  otherFormat: (name: string) =>
    new FileProblem('not_a_table', `Ce fichier est ${name}, pas un tableau. Déposez un fichier .xlsx, .ods ou .csv.`),
  resave: (name: string) =>
    new FileProblem('not_a_table', `Ce fichier est ${name}, même s’il s’ouvre dans un tableur. ${SAVE_AS}.`),
  binary: () =>
    new FileProblem(
      'not_a_table',
      `Ce fichier contient des caractères qui ne sont pas du texte : il est abîmé ou n’est pas un tableau. ${SAVE_AS}.`,
    ),
  damaged: (detail: string) =>
    new FileProblem('damaged_file', `Ce fichier est abîmé (${detail}). ${SAVE_AS}, puis déposez le nouveau fichier.`),
  bomb: () =>
    new FileProblem(
      'zip_bomb',
      `Ce fichier grossit trop quand on l’ouvre : nous l’avons refusé par sécurité. ${SAVE_AS}, sans images ni lignes vides mises en forme.`,
    ),
  dangerousXml: () =>
    new FileProblem(
      'dangerous_xml',
      `Ce fichier contient des instructions qu’un tableur n’écrit jamais (DOCTYPE ou entités) : nous l’avons refusé par sécurité. ${SAVE_AS}.`,
    ),
  tooManyColumns: (row: number, most: number) =>
    new FileProblem(
      'too_many_columns',
      `La ligne ${count(row)} a plus de ${count(most)} colonnes. Vérifiez le séparateur du fichier et supprimez les colonnes en trop.`,
    ),
  tooManyRows: (most: number) =>
    new FileProblem('too_many_rows', `Ce fichier a plus de ${count(most)} lignes. Coupez-le en plusieurs fichiers.`),
  tooMuchText: () =>
    new FileProblem(
      'too_much_text',
      'Ce fichier contient trop de texte pour être lu en une fois. Coupez-le en plusieurs fichiers.',
    ),
  unclosedQuote: (line: number) =>
    new FileProblem(
      'unclosed_quote',
      `Un guillemet (") ouvert à la ligne ${count(line)} n’est jamais refermé. Fermez-le ou supprimez-le, puis déposez à nouveau le fichier.`,
    ),
  noSheet: () =>
    new FileProblem(
      'empty_file',
      'Ce classeur ne contient aucune feuille remplie. Vérifiez que vous avez choisi le bon fichier.',
    ),
  noRows: () =>
    new FileProblem(
      'no_rows',
      'Ce fichier n’a que sa ligne de titres : ajoutez vos données sous les titres, puis déposez-le à nouveau.',
    ),
}
