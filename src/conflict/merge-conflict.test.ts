import type { CrmRecord } from '../entities/record';
import { differences, firstChoice } from './merge-conflict';

const record = ( values: object ): CrmRecord => ( {
	id: 1,
	version: 1,
	city: 'Lyon',
	phone: '',
	note: null,
	...values,
} );
const FIELDS = [ 'city', 'phone', 'note' ];

describe( 'two people changed a record', () => {
	it.each( [
		[
			'different fields: each keeps its own',
			{ city: 'Nice' },
			{ phone: '1' },
			{ city: 'mine', phone: 'theirs' },
			[],
		],
		[ 'the same field: mine, and it is asked', { city: 'Nice' }, { city: 'Lille' }, { city: 'mine' }, [ 'city' ] ],
		[ 'the same field to the same value: nothing to ask', { city: 'Nice' }, { city: 'Nice' }, {}, [] ],
		[ 'emptied a field, in either way of writing empty', { note: '' }, {}, {}, [] ],
	] )( '%s', ( _title, mine, theirs, choice, contested ) => {
		const base = record( {} );
		const found = differences( base, record( mine ), record( theirs ), FIELDS );
		expect( firstChoice( base, found ) ).toEqual( choice );
		expect( found.filter( ( { isContested } ) => isContested ).map( ( { field } ) => field ) ).toEqual( contested );
	} );
} );
