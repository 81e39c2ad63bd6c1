// The empty file offered to whoever starts: the titles, ready to fill, and a sheet that explains each of them.
import { writeXlsx } from 'hucre/xlsx'
import { type Column, columnsOf, type TableFormat } from './columns.ts'
import { neutralise } from './formula.ts'
import { sheetColumn, sheetName } from './write-table.ts'

/** How many empty rows are prepared, so that digits typed there stay text. */
const READY_ROWS = 200

/** An .xlsx with the titles alone on its first sheet, and « Mode d’emploi » on the second. */
export async function writeTemplate<Row>(format: TableFormat<Row>): Promise<Uint8Array> {
  const columns = columnsOf(format).map(([, column]) => column)
  const guide = [
    ['Colonne', 'Obligatoire', 'Ce qu’il faut écrire', 'Exemple'],
    ...columns.map((column) => [column.header, column.required ? 'oui' : 'non', explained(column), neutralise(column.example)]),
  ]
  return writeXlsx({
    sheets: [
      {
        name: sheetName(format.title),
        columns: columns.map(sheetColumn),
        rows: [columns.map(({ header }) => header), ...Array.from({ length: READY_ROWS }, () => columns.map(() => null))],
        freezePane: { rows: 1 },
      },
      {
        name: 'Mode d’emploi',
        columns: [{ width: 34 }, { width: 12 }, { width: 80 }, { width: 30 }],
        rows: guide,
        freezePane: { rows: 1 },
      },
    ],
  })
}

/** The titles and one example row: the shortest file that imports. */
export function exampleRow<Row>(format: TableFormat<Row>): Row {
  const values = columnsOf(format).map(([key, column]) => {
    const { value, error } = column.read(column.example)
    if (error) throw new Error(`The example of « ${column.header} » does not read: ${error.message}`)
    return [key, value]
  })
  return Object.fromEntries(values)
}

function explained({ help, choices, unique }: Column<unknown>): string {
  const few = choices.length > 0 && !help.includes(choices[0]!) ? ` Choix possibles : ${choices.join(' ; ')}.` : ''
  return `${help}${few}${unique ? ' Chaque valeur ne peut apparaître qu’une fois.' : ''}`
}
