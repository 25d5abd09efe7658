import type { CrmRecord } from '../entities/record';
import type { CsvOptions } from './csv';
import { csvLines } from './csv';
import type { FileTarget } from './file-target';
import { readRecords } from './read-records';

interface ExportFile {
	columns: string[];
	cellsOf: ( record: CrmRecord ) => string[];
	options: CsvOptions;
	target: FileTarget;
	/** How many rows are written; called some times a second. */
	onProgress: ( rows: number ) => void;
}

/** Longest time, in milliseconds, for which the page does not answer. */
const SLICE = 50;

/** Records that are written at once; a piece of the answer may hold thousands. */
const BATCH = 250;

/**
 * Writes the records of an NDJSON answer to a file of CSV while they arrive, and answers how many there were. Memory
 * does not grow with them, and the page stays usable.
 *
 * @param body Body of the answer.
 * @param file What is written, and where.
 */
export async function writeExport( body: ReadableStream< Uint8Array >, file: ExportFile ): Promise< number > {
	const { columns, cellsOf, options, target, onProgress } = file;
	let rows = 0;
	let since = performance.now();
	await target.write( ( options.hasMark ? '\ufeff' : '' ) + csvLines( [ columns ], options ) );
	for await ( const records of readRecords( body ) ) {
		for ( let start = 0; start < records.length; start += BATCH ) {
			const batch = records.slice( start, start + BATCH );
			await target.write( csvLines( batch.map( cellsOf ), options ) );
			rows += batch.length;
			if ( performance.now() - since > SLICE ) {
				onProgress( rows );
				await new Promise( ( resolve ) => setTimeout( resolve ) );
				since = performance.now();
			}
		}
	}
	return rows;
}
