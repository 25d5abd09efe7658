import type { FieldConfig } from '../entities/boot';
import { startValues } from './start-values';

const FIELDS: FieldConfig[] = [
	{ id: 'id', label: 'ID', kind: 'integer', readonly: true },
	{ id: 'account_id', label: 'Account', kind: 'relation' },
	{ id: 'type', label: 'Type', kind: 'choice', default: 'lead' },
	{ id: 'city', label: 'City', kind: 'text', default: '' },
];

describe( 'a new record', () => {
	it.each( [
		[ 'has the defaults of its fields', {}, {}, { type: 'lead' } ],
		[ 'belongs to the record it was added from', { account_id: '12' }, {}, { type: 'lead', account_id: 12 } ],
		[
			'copies another, but not its id',
			{},
			{ id: 7, version: 3, type: 'customer', city: 'Lyon' },
			{ type: 'customer', city: 'Lyon' },
		],
		[ 'takes nothing else from the address', { role: 'x' }, {}, { type: 'lead' } ],
	] )( '%s', ( _title, params, copied, values ) => {
		expect( startValues( FIELDS, params as Record< string, string >, copied ) ).toEqual( {
			id: 0,
			version: 0,
			...values,
		} );
	} );
} );
