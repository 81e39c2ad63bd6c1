// The published description of a format, for other software: https://specs.frictionlessdata.io/table-schema/
import { columnsOf, type TableFormat } from './columns.ts'

/** Table Schema, as JSON. What it accepts, the import accepts; the import forgives more. */
export function tableSchema<Row>(format: TableFormat<Row>) {
  const columns = columnsOf(format).map(([, column]) => column)
  return {
    $schema: 'https://frictionlessdata.io/schemas/table-schema.json',
    name: format.kind,
    title: format.title,
    version: format.version,
    fields: columns.map(({ header, help, example, required, unique, schema: { constraints, ...type } }) => ({
      name: header,
      title: header.replaceAll('_', ' '),
      description: help,
      example,
      ...type,
      constraints: { required, ...(unique && { unique }), ...constraints },
    })),
    missingValues: [''],
  }
}
