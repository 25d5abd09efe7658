import { stringify } from 'csv-stringify/browser/esm/sync';

/** How a file of CSV is written. */
export interface CsvOptions {
	delimiter: ',' | ';' | '\t';
	/** Whether every cell stands in quotes, not only those that need them. */
	isQuoted: boolean;
	/** Whether it begins with the mark by which Excel knows UTF-8. */
	hasMark: boolean;
}

/** White space as `\s` has it. What follows it would be run by a spreadsheet. */
const RUNS = /^'*\s*[=+\-@\t\r\0]/;

/** Plain numbers and phone numbers begin with a sign and are not run. */
const NUMBER = /^[+-]?[0-9][0-9 ().\/-]*$/;

/**
 * A text as a cell that no spreadsheet runs. The twin of includes/Export/Csv.php; tests/csv-cases.json holds both to the
 * same.
 *
 * @param text Any text.
 */
export function guard( text: string ): string {
	return RUNS.test( text ) && ! NUMBER.test( text ) ? `'${ text }` : text;
}

/**
 * Rows as lines of CSV.
 *
 * @param rows    Cells by row, not guarded yet.
 * @param options Delimiter and quotes.
 */
export function csvLines( rows: string[][], options: Omit< CsvOptions, 'hasMark' > ): string {
	const { delimiter, isQuoted } = options;
	return stringify(
		rows.map( ( cells ) => cells.map( guard ) ),
		{
			delimiter,
			quoted: isQuoted,
			// A line of one empty cell would be no line to most readers.
			quoted_empty: isQuoted || rows[ 0 ]?.length === 1,
			record_delimiter: 'windows',
			// A part of the end of a line is quoted too.
			quote_record_delimiter: true,
		}
	);
}
