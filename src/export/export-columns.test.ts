import type { Boot } from '../entities/boot';
import type { Noun } from '../records/noun';
import { columnPresets, exportColumns } from './export-columns';

beforeAll( () => {
	const fields = [
		{ id: 'id', label: 'ID', kind: 'integer' },
		{ id: 'account_id', label: 'Account', kind: 'relation' },
		{ id: 'last_name', label: 'Last name', kind: 'text' },
		{ id: 'email', label: 'Email', kind: 'email' },
		{ id: 'owner_id', label: 'Owner', kind: 'owner' },
	];
	const exports = [
		'id',
		'account_id',
		'account_name',
		'last_name',
		'email',
		'owner_id',
		'owner_name',
		'trashed_at',
	];
	window.carnet = { entities: { contact: { fields, exports } } } as unknown as Boot;
} );

test( 'A parent and the owner are columns by number and by name; what has no label here is none', () => {
	expect( exportColumns( 'contact' ).map( ( { label } ) => label ) ).toEqual( [
		'ID',
		'Account (ID)',
		'Account',
		'Last name',
		'Email',
		'Owner (ID)',
		'Owner',
	] );
} );

test( 'Presets hold the names of parents, and only columns that there are', () => {
	const noun = { entity: 'contact', titleFields: [ 'last_name' ], columns: [ 'account_id', 'phone', 'email' ] };
	expect( columnPresets( noun as unknown as Noun ) ).toEqual( {
		names: [ 'last_name', 'email' ],
		list: [ 'last_name', 'account_name', 'email' ],
		all: [ 'id', 'account_id', 'account_name', 'last_name', 'email', 'owner_id', 'owner_name' ],
	} );
} );
