import { speak } from '@wordpress/a11y';
import apiFetch from '@wordpress/api-fetch';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { addQueryArgs } from '@wordpress/url';
import { asApiError } from '../entities/api-error';
import { entityConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import type { Query } from '../entities/view-to-query';
import { formatNumber } from '../shared/format-number';
import type { CsvOptions } from './csv';
import type { FileTarget } from './file-target';
import { openFile } from './file-target';
import { writeExport } from './write-export';

export type ExportState =
	| { status: 'idle' }
	| { status: 'running'; rows: number; total: number }
	| { status: 'done'; rows: number; name: string }
	| { status: 'cancelled' }
	| { status: 'failed'; message: string };

export interface ExportJob {
	entity: string;
	/** Its filters and order. */
	query: Query;
	columns: string[];
	cellsOf: ( record: CrmRecord ) => string[];
	options: CsvOptions;
	/** Name of the file. */
	name: string;
}

/** A file with fewer rows than announced is no export: the answer broke off. */
class Incomplete extends Error {}

/**
 * Runs exports one at a time. Leaving the screen ends it, and the server stops with it.
 */
export function useExport() {
	const [ state, setState ] = useState< ExportState >( { status: 'idle' } );
	const controller = useRef< AbortController | null >( null );
	useEffect( () => () => controller.current?.abort(), [] );

	const transfer = async ( job: ExportJob, target: FileTarget, signal: AbortSignal ) => {
		// The currency is needed to write an amount, whether or not it is a column.
		const needsCurrency = entityConfig( job.entity ).exports.includes( 'currency' );
		const fields = [ ...new Set( [ ...job.columns, ...( needsCurrency ? [ 'currency' ] : [] ) ] ) ];
		const response = await apiFetch< Response, false >( {
			path: addQueryArgs( `/carnet/v1/${ entityConfig( job.entity ).route }/export`, {
				...job.query,
				format: 'ndjson',
				fields: fields.join( ',' ),
			} ),
			parse: false,
			signal,
		} );
		const total = Number( response.headers.get( 'X-WP-Total' ) );
		const onProgress = ( rows: number ) => setState( { status: 'running', rows, total } );
		onProgress( 0 );
		const rows = await writeExport( response.body as ReadableStream< Uint8Array >, { ...job, target, onProgress } );
		if ( rows < total ) {
			throw new Incomplete(
				sprintf(
					/* translators: 1: number of rows that came. 2: number of rows that there are. */
					__(
						'Only %1$s of %2$s rows came: the connection was lost, or some were deleted meanwhile. Try again.',
						'carnet-crm'
					),
					formatNumber( rows ),
					formatNumber( total )
				)
			);
		}
		await target.close();
		return rows;
	};

	const run = async ( job: ExportJob ) => {
		const target = await openFile( job.name );
		if ( ! target ) {
			return;
		}
		const { signal } = ( controller.current = new AbortController() );
		setState( { status: 'running', rows: 0, total: 0 } );
		try {
			const rows = await transfer( job, target, signal );
			setState( { status: 'done', rows, name: job.name } );
		} catch ( error ) {
			await target.abort().catch( () => {} );
			if ( signal.aborted ) {
				setState( { status: 'cancelled' } );
				speak( __( 'The export was cancelled. No file was kept.', 'carnet-crm' ) );
				return;
			}
			const message = error instanceof Incomplete ? error.message : asApiError( error ).message;
			setState( { status: 'failed', message } );
		}
	};
	return { state, run, cancel: () => controller.current?.abort() };
}
