import type { CrmRecord } from '../entities/record';

export interface Difference {
	field: string;
	mine: unknown;
	theirs: unknown;
	/** Whether both changed it: only the person can say which is right. */
	isContested: boolean;
}

const same = ( a: unknown, b: unknown ) => JSON.stringify( a ?? '' ) === JSON.stringify( b ?? '' );

/**
 * Where two states of a record that grew from one differ.
 *
 * @param base   The record as it was when I began.
 * @param mine   With my changes.
 * @param theirs As it is stored now.
 * @param fields Names of the fields that a person can write, in the order of the form.
 */
export function differences( base: CrmRecord, mine: CrmRecord, theirs: CrmRecord, fields: string[] ): Difference[] {
	return fields
		.filter( ( field ) => ! same( mine[ field ], theirs[ field ] ) )
		.map( ( field ) => ( {
			field,
			mine: mine[ field ],
			theirs: theirs[ field ],
			isContested: ! same( base[ field ], mine[ field ] ) && ! same( base[ field ], theirs[ field ] ),
		} ) );
}

/**
 * Whose value each differing field gets unless the person says otherwise: that of who changed it; mine where both did,
 * since I am the one who is looking.
 *
 * @param base  The record as it was when I began.
 * @param found Differences.
 */
export function firstChoice( base: CrmRecord, found: Difference[] ): Record< string, 'mine' | 'theirs' > {
	return Object.fromEntries(
		found.map( ( { field, mine } ) => [ field, same( base[ field ], mine ) ? 'theirs' : 'mine' ] )
	);
}
