import apiFetch from '@wordpress/api-fetch';
import { useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { entityConfig } from '../entities/boot';
import type { Query } from '../entities/view-to-query';
import { formatNumber } from '../shared/format-number';
import { useNotify } from '../shared/use-notify';
import { useRefresh } from '../shared/use-refresh';
import { bulkQuery } from './bulk-query';

/** What is done to each record, as the API takes it. */
export type BulkChange =
	{ set: Record< string, unknown > } | { add_tags: number[] } | { remove_tags: number[] } | { trash: true };

/** Which records: these, or everything a list finds. */
export type BulkTarget = { ids: number[] } | { query: Query };

export interface BulkProgress {
	done: number;
	total: number;
}

interface BulkAnswer {
	changeset_id: number;
	done: number;
	failed: number;
	remaining?: number;
	cursor?: string;
}

/**
 * Changes many records as one change set. Over a query the server works in slices of a few seconds; asking for the
 * next slice stops when the person cancels, and one Undo takes all slices back.
 *
 * @param entity Singular name of the noun.
 */
export function useBulk( entity: string ) {
	const [ progress, setProgress ] = useState< BulkProgress | null >( null );
	const isCancelled = useRef( false );
	const refresh = useRefresh();
	const notify = useNotify();

	const run = async ( target: BulkTarget, change: BulkChange, total: number ) => {
		const path = `/carnet/v1/${ entityConfig( entity ).route }/bulk`;
		const sent = 'query' in target ? { query: bulkQuery( target.query ) } : target;
		let done = 0;
		let failed = 0;
		let next: { changeset_id?: number; cursor?: string } = {};
		isCancelled.current = false;
		setProgress( { done, total } );
		try {
			for (;;) {
				const answer: BulkAnswer = await apiFetch( {
					path,
					method: 'POST',
					data: { ...sent, ...change, ...next },
				} );
				done += answer.done;
				failed += answer.failed;
				next = { changeset_id: answer.changeset_id };
				if ( answer.cursor ) {
					next.cursor = answer.cursor;
				}
				setProgress( { done, total } );
				if ( ! answer.remaining || isCancelled.current ) {
					break;
				}
			}
		} catch ( error ) {
			notify.failed( error );
		}
		setProgress( null );
		refresh();
		if ( next.changeset_id ) {
			notify.done( outcome( done, failed ), next.changeset_id );
		}
	};
	return {
		run,
		progress,
		cancel: () => {
			isCancelled.current = true;
		},
	};
}

function outcome( done: number, failed: number ): string {
	const changed = sprintf(
		/* translators: %s: number of records, formatted. */
		_n( '%s record was changed.', '%s records were changed.', done, 'carnet-crm' ),
		formatNumber( done )
	);
	if ( ! failed ) {
		return changed;
	}
	const left = sprintf(
		/* translators: %s: number of records, formatted. */
		_n( '%s could not be changed.', '%s could not be changed.', failed, 'carnet-crm' ),
		formatNumber( failed )
	);
	/* translators: 1: sentence on the records changed. 2: sentence on those that could not be. */
	return sprintf( __( '%1$s %2$s', 'carnet-crm' ), changed, left );
}
